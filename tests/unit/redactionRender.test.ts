import { describe, expect, it } from 'vitest';
import { emptyDocument, type ProjectDocument } from '../../shared/project/document';
import { buildPlan } from '../../shared/redaction/plan';
import { renderPublished } from '../../shared/redaction/render';
import type { Word } from '../../shared/transcript/word';

/** Paragraphs of words `A: one two`; the words between `[` and `]` are withheld together. */
function documentOf(...paragraphs: string[]): ProjectDocument {
  const document = emptyDocument();
  const words: Word[] = [];
  const marked: string[] = [];
  let inside = false;
  for (const paragraph of paragraphs) {
    const [, speaker = '', text = ''] = /^(\w): (.*)$/u.exec(paragraph) ?? [];
    for (const [i, written] of text.split(' ').entries()) {
      inside ||= written.startsWith('[');
      const id = `w${words.length}`;
      if (inside) marked.push(id);
      const plain = written.replace(/^\[|\]$/gu, '');
      words.push({ id, text: plain, start: null, end: null, speaker, ...(i === 0 && { paragraph: true }) });
      if (written.endsWith(']')) inside = false;
    }
  }
  return {
    ...document,
    words,
    speakers: ['A', 'B'].map((id) => ({ id, name: `Oten ${id}` })),
    entities: [{ id: 'e', type: 'person', name: 'Oten', aliases: [], decision: 'withhold' }],
    mentions: [{ id: 'm', entityId: 'e', wordIds: marked, span: null, drawn: false }],
  };
}

const published = (document: ProjectDocument, names: string[] = []) =>
  renderPublished(document, buildPlan(document), names).map(({ speaker, continues, tokens }) => [
    continues ? '' : speaker,
    tokens.map(({ text }) => text).join(' '),
  ]);

describe('renderPublished', () => {
  it.each([
    ["We saw [Oten's.]", "We saw (DELETED)'s."],
    ['[“Mira Oten,”] she said', '“(DELETED),” she said'],
    ['with [Mira, Oten and Sava.]', 'with (DELETED).'],
    ['[“‘Oten’s,’”] yes', '“‘(DELETED)’s,’” yes'],
    ['mail [mira@oten.org.]', 'mail (DELETED).'],
    ['[Oten]', '(DELETED)'],
  ])('publishes %s as %s', (said, text) => {
    expect(published(documentOf(`A: ${said}`))).toEqual([['Oten A', text]]);
  });

  it('puts the marker of a run that crosses paragraphs where it begins, and keeps the later paragraph', () => {
    expect(published(documentOf('A: he met [Mira', 'B: Oten] yesterday'))).toEqual([
      ['Oten A', 'he met (DELETED)'],
      ['Oten B', 'yesterday'],
    ]);
  });

  it('leaves no empty paragraph where a whole turn is withheld', () => {
    expect(published(documentOf('A: go', 'B: [Mira Oten]', 'A: on'))).toEqual([
      ['Oten A', 'go'],
      ['Oten B', '(DELETED)'],
      ['Oten A', 'on'],
    ]);
  });

  it('names a speaker once a turn, and two withheld speakers apart', () => {
    const document = documentOf('A: one', 'A: two', 'B: three');
    expect(published(document, ['oten'])).toEqual([
      ['(DELETED)', 'one'],
      ['', 'two'],
      ['(DELETED)', 'three'],
    ]);
  });
});
