import { beforeAll, describe, expect, it } from 'vitest';
import { suggestInLabels } from '../../../../main/detect/suggestInLabels';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument } from '../../../../shared/document/document';
import { acceptSuggestions } from '../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { protectedForms } from '../../../../shared/leaks/protectedForms';
import { renderPublished } from '../../../../shared/plan/render';
import { suggestInTranscript } from '../../../../main/detect/suggestInTranscript';
import type { Word } from '../../../../shared/model/word';
import { cpuSeconds } from '../../../support/cpuSeconds';
import { markedTexts } from '../../../support/markedText';

const wordsOf = (text: string, timed = true): Word[] =>
  text.split(/\s+/u).map((word, i) => ({
    id: `w${i}`,
    text: word,
    start: timed ? i : null,
    end: timed ? i + 0.5 : null,
  }));

beforeAll(() => void suggestInTranscript(wordsOf('Mira Oten came from Almaty.')));

describe('suggestInTranscript', () => {
  it('covers words, with their seconds', () => {
    const words = wordsOf('They took “Mira Oten’s” phone, +7 701 555 0101, in Almaty.');
    expect(
      suggestInTranscript(words).map(({ type, wordIds, start, end }) => [type, wordIds, start, end]),
    ).toEqual([
      ['person', ['w2', 'w3'], 2, 3.5],
      ['phone', ['w5', 'w6', 'w7', 'w8'], 5, 8.5],
      ['place', ['w10'], 10, 10.5],
    ]);
  });

  it('gives positions of words where there are no times', () => {
    const [first] = suggestInTranscript(wordsOf('They asked Mira Oten about it.', false));
    expect(first).toMatchObject({ wordIds: ['w2', 'w3'], start: 2, end: 4 });
  });

  it('takes a word whole when a part of it names somebody', () => {
    const [first] = suggestInTranscript(wordsOf('An Almaty-based group helped us.'));
    expect(first?.wordIds).toEqual(['w1']);
  });

  it('does not join names across a turn', () => {
    const words = wordsOf('Who was it? Aigul Bolat saw it.');
    const turns = words.map((word, i) => ({ ...word, speaker: i < 4 ? 's1' : 's2' }));
    expect(suggestInTranscript(turns).map(({ text }) => text)).toEqual(['Aigul', 'Bolat']);
  });

  it('finds names in the labels of speakers, and accepting one withholds the label', () => {
    const words = wordsOf('I left. Why?').map((word, i) => ({ ...word, speaker: i < 2 ? 's1' : 's2' }));
    const speakers = [
      { id: 's1', name: 'Aigul Bekova (witness)' },
      { id: 's2', name: 'Interviewer' },
    ];
    const suggestions = suggestInLabels(speakers, words);
    expect(suggestions.map(({ text, type, start }) => [text, type, start])).toEqual([
      ['Aigul Bekova', 'person', words[0]?.start],
    ]);
    const document = { ...emptyDocument(), words, speakers };
    const { command } = acceptSuggestions(document, suggestions);
    const after = applyCommand(document, command ?? { label: '', steps: [] }).document;
    const forms = protectedForms(after, () => false).map(({ text }) => text);
    expect(renderPublished(after, buildPlan(after), forms).map(({ speaker }) => speaker)).toEqual([
      '(DELETED)',
      'Interviewer',
    ]);
  });

  it('has nothing to say of no words', () => {
    expect(suggestInTranscript([])).toEqual([]);
  });

  it('reads 40,000 words in a few seconds', () => {
    const text = markedTexts('seen')
      .map((marked) => marked.text)
      .join('\n');
    const words = wordsOf(Array.from({ length: 30 }, () => text).join('\n')).slice(0, 40_000);
    expect(words).toHaveLength(40_000);
    let count = 0;
    expect(cpuSeconds(() => (count = suggestInTranscript(words).length))).toBeLessThan(12);
    expect(count).toBeGreaterThan(2000);
  });
});
