import { describe, expect, it } from 'vitest';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { joinWords } from '../../../../shared/text/joinWords';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../shared/plan/render';
import type { Word } from '../../../../shared/model/word';

/** Makes paragraphs of words from `A: one two`. The words between `[` and `]` are withheld together. */
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

describe('headings', () => {
  /** Puts a heading before the word of each given position. */
  const below = (document: ProjectDocument, ...at: number[]): ProjectDocument => ({
    ...document,
    chapters: at.map((place, i) => ({ id: `h${i}`, wordId: `w${place}`, text: `Part ${i + 1}` })),
  });
  const read = (document: ProjectDocument) =>
    renderPublished(document, buildPlan(document), []).flatMap(
      ({ headings = [], speaker, continues, tokens }) => [
        ...headings,
        `${continues ? '' : `${speaker}: `}${tokens.map(({ text }) => text).join(' ')}`,
      ],
    );

  it('stand before their lines, in the order of the transcript, and the speaker is named again', () => {
    const document = documentOf('A: one', 'A: two', 'A: three');
    expect(read(below(document, 2, 1, 2))).toEqual([
      'Oten A: one',
      'Part 2',
      'Oten A: two',
      'Part 1',
      'Part 3',
      'Oten A: three',
    ]);
  });

  it('stand before a withheld run, wherever in it their line begins', () => {
    const document = documentOf('A: then [Mira', 'A: of Oten]', 'B: went');
    const published = ['Oten A: then', 'Part 1', 'Oten A: (DELETED)', 'Oten B: went'];
    expect(read(below(document, 2))).toEqual(published);
    // One withheld word more or less changes nothing.
    expect(read(below(documentOf('A: then [Mira', 'A: Oten]', 'B: went'), 2))).toEqual(published);
    expect(read(below(documentOf('A: go', 'A: [Mira]', 'A: on'), 1))).toEqual([
      'Oten A: go',
      'Part 1',
      'Oten A: (DELETED)',
      'on',
    ]);
  });

  it('stand before a stretch without words in front of their line', () => {
    const document = documentOf('A: one', 'A: two');
    const words = document.words.map((word, i) => ({ ...word, start: i * 10, end: i * 10 + 1 }));
    const mentions = [{ id: 'm', entityId: 'e', wordIds: [], span: { from: 4, to: 6 }, drawn: true }];
    expect(read(below({ ...document, words, mentions }, 1))).toEqual([
      'Oten A: one',
      'Part 1',
      'Oten A: (DELETED) two',
    ]);
  });

  it('change nothing of what is published without them', () => {
    const document = documentOf('A: one', 'A: two');
    expect(JSON.stringify(renderPublished(document, buildPlan(document), []))).not.toContain('headings');
  });
});

describe('words without spaces', () => {
  /** Renders the words of one paragraph. `+` in front of a word glues it, and brackets withhold it. */
  const said = (text: string): string => {
    const document = documentOf(`A: ${text.replaceAll('+', '')}`);
    const glued = text.split(' ').map((written) => written.includes('+'));
    const words = document.words.map((word, i) => ({ ...word, ...(glued[i] && { glued: true as const }) }));
    const [paragraph] = renderPublished({ ...document, words }, buildPlan({ ...document, words }), []);
    return joinWords(paragraph?.tokens ?? []);
  };

  it.each([
    ['昨天 +[张伟] +在 +北京', '昨天(DELETED)在北京'],
    ['昨天 +[张 +伟] +在 +北京。', '昨天(DELETED)在北京。'],
    ['他 +叫 +[张伟。]', '他叫(DELETED)。'],
    ['[张伟] +走 了', '(DELETED)走 了'],
    ['ผม +ชื่อ +[สมชาย] ครับ', 'ผมชื่อ(DELETED)ครับ'],
    ['于 +2019 +[年] +走', '于2019(DELETED)走'],
    ['그는 [민수] 입니다', '그는 (DELETED) 입니다'],
    ['she saw [Mira] go', 'she saw (DELETED) go'],
  ])('publishes %s as %s', (written, text) => {
    expect(said(written)).toBe(text);
  });

  it('tells nothing of a foreign name by the space around it', () => {
    expect(said('他 +叫 [Mira] 在 +北京')).toBe(said('他 +叫 +[张伟] 在 +北京'));
  });
});

describe('times', () => {
  const timed = (lengthStep: number, ends: number): ProjectDocument => {
    const document = documentOf('A: I saw the [Oten] there again');
    // The withheld word ends at `ends`. The words on both sides lie partly or wholly in the mask.
    const times = [0, 1, 2.4, 2.6, ends, 3.4, 5];
    return {
      ...document,
      words: document.words.map((word, i) => ({
        ...word,
        start: i === 4 ? ends : (times[i] ?? 0),
        end: i === 3 ? ends : (times[i + 1] ?? 0),
      })),
      mentions: document.mentions.map((mention) => ({ ...mention, span: { from: 2.3, to: 3.2 } })),
      boundaries: { ...document.boundaries, lengthStep },
    };
  };
  const told = (document: ProjectDocument) =>
    renderPublished(document, buildPlan(document), []).flatMap(({ tokens }) =>
      tokens.map(({ start, end }) => [start, end]),
    );

  it('of words are told as they are', () => {
    expect(told(timed(0, 2.9))).toEqual([
      [0, 1],
      [1, 2.4],
      [2.4, 2.6],
      [2.3, 3.2],
      [2.9, 3.4],
      [3.4, 5],
    ]);
  });

  it('inside a mask are not told where lengths are to say less', () => {
    expect(told(timed(1, 2.9))).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
      [2, 4],
      [2, 4],
      [4, 5],
    ]);
    expect(told(timed(1, 2.7))).toEqual(told(timed(1, 3.1)));
  });
});
