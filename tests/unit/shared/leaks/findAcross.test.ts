import { describe, expect, it, test } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { decidePlaces } from '../../../../shared/edits/decidePlaces';
import { acceptSuggestions } from '../../../../shared/edits/makeMarks';
import type { EntityType } from '../../../../shared/model/entity';
import type { Word } from '../../../../shared/model/word';
import { openSuggestions } from '../../../../shared/leaks/openSuggestions';
import { suggestLeftovers } from '../../../../shared/leaks/suggestLeftovers';
import type { Told } from '../../../../shared/leaks/whatIsLeft';

/** A line, or somebody and what is said. */
type Line = string | [speaker: string, text: string];

function saying(
  name: string,
  lines: readonly Line[],
  type: EntityType = 'person',
  language = 'en',
): ProjectDocument {
  const words: Word[] = [];
  const speakers: ProjectDocument['speakers'] = [];
  for (const line of lines) {
    const [speaker, text] = typeof line === 'string' ? [null, line] : line;
    if (speaker !== null && !speakers.some((one) => one.id === speaker))
      speakers.push({ id: speaker, name: speaker });
    for (const [k, word] of text.split(' ').entries()) {
      const start = words.length;
      words.push({
        ...{ id: `w${start}`, text: word, start, end: start + 0.5 },
        ...(k === 0 && { paragraph: true }),
        ...(speaker !== null && { speaker }),
      });
    }
  }
  return {
    ...emptyDocument(),
    ...{ words, speakers, language, nextId: 100 },
    entities: [{ id: 'e1', type, name, aliases: [], decision: 'withhold' }],
  };
}

const asked = (document: ProjectDocument, told?: Told) =>
  openSuggestions(document, suggestLeftovers(document, nameKnowledge, told));
const said = (document: ProjectDocument, told?: Told) => asked(document, told).map(({ text }) => text);

describe('what is withheld is asked about where it stands', () => {
  test.each<[string, string, Line[], EntityType?, string?]>([
    ['in two lines', 'Will Brown', ['So I met Will', 'Brown came too']],
    [
      'in the lines of two people',
      'Will Brown',
      [
        ['A', 'So this was Will'],
        ['B', 'Brown yes'],
      ],
    ],
    ['with a hyphen', 'Otenova', ['So I met Oten-', 'ova there']],
    ['with no hyphen', 'Carmen', ['So I met Car', 'men there']],
    ['of two everyday words with a hyphen', 'Carmen', ['So I met Car-', 'men there']],
    ['in a case form', 'Отенова', ['Отдал Отено', 'вой книгу'], 'person', 'ru'],
    ['of a place', 'Алматы', ['Я был в Алма', 'ты вчера'], 'place', 'ru'],
    ['in three lines, a letter each', 'Oten', ['O', 'T', 'E', 'N']],
    [
      'with an interjection between',
      'Otenova',
      [
        ['A', 'So I met Oten'],
        ['B', 'mm yes'],
        ['A', 'ova there'],
      ],
    ],
    ['in a label and its line', 'Otenova', [['Oten', 'ova came']]],
  ])('%s', (_name, name, lines, type = 'person', language = 'en') => {
    expect(said(saying(name, lines, type, language))).not.toEqual([]);
  });

  it('in a heading and its line, and in the line before', () => {
    const lines = ['They were there', 'ova came too'];
    const document = saying('Otenova', lines);
    const heading = (text: string) => ({ ...document, chapters: [{ id: 'h1', wordId: 'w3', text }] });
    expect(said(heading('Of Oten'))).toEqual(['Oten ova']);
    expect(said(heading('Of others'))).toEqual([]);
  });

  it('in the title and the introduction, and in that and the first line', () => {
    const document = saying('Otenova', ['ova came too']);
    const kinds = (told: Told) => asked(document, told).map(({ left }) => left?.kind);
    expect(kinds({ title: 'About Oten', intro: 'ova, who came' })).toEqual(['title']);
    expect(kinds({ title: 'About', intro: 'This is Oten' })).toEqual(['words']);
    expect(kinds({ title: 'About', intro: 'This is' })).toEqual([]);
  });

  it('in lines that only subtitles have one after another', () => {
    const document = saying('Otenova', ['So I met Oten', 'ova came too']);
    expect(said({ ...document, chapters: [{ id: 'h1', wordId: 'w4', text: 'Others' }] })).toEqual([
      'Oten ova',
    ]);
  });
});

describe('nothing is asked', () => {
  test.each<[string, string, Line[]]>([
    [
      'of everyday words that only make a name together',
      'Carmen',
      ['There was a car', 'men came. I', 'Saw them'],
    ],
    ['of a sentence that ends', 'Will Brown', ['I know that he will.', 'Others came']],
    ['twice, where each part is found by itself', 'Mira Otenova', ['I met Mira', 'Otenova came']],
  ])('%s', (_name, name, lines) => {
    expect(said(saying(name, lines)).filter((text) => text.includes(' '))).toEqual([]);
  });
});

describe('what stands in two lines', () => {
  const document = saying('Otenova', ['So I met Oten', 'ova came too']);

  it('can be withheld', () => {
    const { command } = acceptSuggestions(document, asked(document));
    if (!command) throw new Error('nothing was marked');
    const { document: marked } = applyCommand(document, command);
    expect(said(marked)).toEqual([]);
    expect(marked.entities).toHaveLength(1);
  });

  it('can be kept there', () => {
    const wordIds = asked(document)[0]?.wordIds ?? [];
    const command = decidePlaces(document, [{ wordIds, decision: 'keep' }]);
    if (!command) throw new Error('nothing was decided');
    expect(said(applyCommand(document, command).document)).toEqual([]);
  });

  it('can be kept with each of its parts', () => {
    let now = document;
    for (const id of asked(document)[0]?.wordIds ?? []) {
      const command = decidePlaces(now, [{ wordIds: [id], decision: 'keep' }]);
      if (command) now = applyCommand(now, command).document;
    }
    expect(said(now)).toEqual([]);
  });
});
