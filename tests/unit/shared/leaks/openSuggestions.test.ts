import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { EntityType } from '../../../../shared/model/entity';
import { keepWords } from '../../../../shared/edits/keepWords';
import { acceptSuggestions, makeMarks } from '../../../../shared/edits/makeMarks';
import { openSuggestions, type TranscriptSuggestion } from '../../../../shared/leaks/openSuggestions';

const TEXT = 'I know Mira Oten and Oten knows Almaty well';
const words = TEXT.split(' ').map((text, i) => ({ id: `w${i}`, text, start: i / 2, end: i / 2 + 0.5 }));
const document: ProjectDocument = { ...emptyDocument(), words, nextId: words.length };

const suggested = (text: string, ...at: number[]): TranscriptSuggestion => ({
  text,
  type: (text === 'Almaty' ? 'place' : 'person') satisfies EntityType,
  start: 0,
  end: 1,
  score: 0.9,
  why: 'a name',
  wordIds: at.map((i) => `w${i}`),
});
const full = suggested('Mira Oten', 2, 3);
const surname = suggested('Oten', 5);
const place = suggested('Almaty', 7);
const label = suggested('Dana');
const all = [label, full, surname, place];

const after = (before: ProjectDocument, command: Command | null): ProjectDocument =>
  command ? applyCommand(before, command).document : before;
const texts = (of: ProjectDocument) => openSuggestions(of, all).map(({ text }) => text);

describe('openSuggestions', () => {
  it('gives every suggestion as long as nothing is decided', () => {
    expect(openSuggestions(document, all)).toEqual(all);
  });

  it('leaves out what was accepted, and only that', () => {
    expect(texts(after(document, acceptSuggestions(document, [full]).command))).toEqual([
      'Dana',
      'Oten',
      'Almaty',
    ]);
    expect(texts(after(document, acceptSuggestions(document, all).command))).toEqual([]);
  });

  it('leaves out what is kept, and the surname alone of somebody who is', () => {
    expect(texts(after(document, keepWords(document, ['mira oten'], 'person')))).toEqual(['Dana', 'Almaty']);
  });

  it('leaves out words within a longer mark, but not those that are only partly marked', () => {
    const marked = after(document, makeMarks(document, [{ from: 0, to: 2 }]).command);
    expect(texts(marked)).toContain('Oten');
    expect(texts(after(document, makeMarks(document, [{ from: 1.1, to: 1.4 }]).command))).toContain(
      'Mira Oten',
    );
    expect(texts(after(document, makeMarks(document, [{ from: 0, to: 3.4 }]).command))).toEqual([
      'Dana',
      'Almaty',
    ]);
  });

  it('gives again what is marked without a decision', () => {
    const marked = after(document, acceptSuggestions(document, [place]).command);
    const entities = marked.entities.map((entity) => ({ ...entity, decision: 'undecided' as const }));
    expect(texts({ ...marked, entities })).toContain('Almaty');
  });

  it('leaves out those whose words are gone', () => {
    expect(texts({ ...document, words: words.filter(({ id }) => id !== 'w5') })).toEqual([
      'Dana',
      'Mira Oten',
      'Almaty',
    ]);
  });
});
