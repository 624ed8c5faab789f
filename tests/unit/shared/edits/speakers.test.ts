import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereToHear } from '../../../../renderer/editor/whereToHear';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { alternateFrom, assignSpeaker, giveSpeaker, splitForOther } from '../../../../shared/edits/speakers';
import { linesOf } from '../../../../shared/text/lines';

/** Makes lines of three words, each a paragraph. */
function documentOf(lines: number): ProjectDocument {
  const words = Array.from({ length: 3 * lines }, (_, i) => ({
    ...{ id: `w${i}`, text: `t${i}`, start: i, end: i + 0.5 },
    ...(i % 3 === 0 && { paragraph: true as const }),
  }));
  return { ...emptyDocument(), words, nextId: 1000 };
}
const after = (document: ProjectDocument, command: Command | null) =>
  command ? applyCommand(document, command).document : document;
/** Returns who speaks in each line, by name; `-` for nobody. */
const told = ({ words, speakers }: ProjectDocument) =>
  linesOf(words)
    .map(({ first }) => speakers.find(({ id }) => id === words[first]?.speaker)?.name ?? '-')
    .join(' ');
const give = (document: ProjectDocument, line: number, number: number) =>
  after(document, giveSpeaker(document, 3 * line, 3 * line + 3, number));

describe('a speaker given by number', () => {
  it('is made when it is first given, in the order of the numbers', () => {
    const once = give(documentOf(3), 0, 2);
    expect(once.speakers.map(({ name }) => name)).toEqual(['Speaker 1', 'Speaker 2']);
    expect(told(give(once, 1, 1))).toBe('Speaker 2 Speaker 1 -');
  });

  it('is called in the language of the interview', () => {
    const called = (language: string) => give({ ...documentOf(1), language }, 0, 1).speakers[0]?.name;
    expect(['ru', 'kk', 'en', 'und'].map(called)).toEqual([
      ...['Говорящий 1', 'Сөйлеуші 1', 'Speaker 1', 'Speaker 1'],
    ]);
  });

  it('is taken away by 0, and confirmed where it was proposed', () => {
    const given = give(documentOf(2), 0, 1);
    expect(told(give(given, 0, 0))).toBe('- -');
    const proposed = {
      ...given,
      words: given.words.map((word) => (word.speaker ? { ...word, proposed: true as const } : word)),
    };
    expect(give(proposed, 0, 1).words.some((word) => word.proposed)).toBe(false);
    expect(giveSpeaker(given, 0, 3, 1)).toBeNull();
  });

  it('leaves every line a line, whoever speaks in those around it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 20 }), (steps) => {
        let document: ProjectDocument = {
          ...documentOf(6),
          // Only their speakers tell these lines apart.
          speakers: ['a', 'b'].map((id) => ({ id, name: id })),
        };
        document = {
          ...document,
          words: document.words.map(({ paragraph: _, ...word }, i) => ({
            ...word,
            speaker: Math.floor(i / 3) % 2 === 0 ? 'a' : 'b',
          })),
        };
        for (const [line, number] of steps) document = give(document, line, number);
        expect(linesOf(document.words).map(({ first }) => first)).toEqual([0, 3, 6, 9, 12, 15]);
        expect(brokenInvariants(document)).toEqual([]);
      }),
    );
  });

  it('is of all that is selected, line by line', () => {
    const document = documentOf(4);
    const all = after(document, assignSpeaker(document, 0, 12, 'Host'));
    expect(told(all)).toBe('Host Host Host Host');
    expect(told(after(all, giveSpeaker(all, 4, 8, 2)))).toBe('Host Host Speaker 2 Speaker 2 Host Host');
  });
});

describe('two speakers', () => {
  it.each([
    ['from the first line on', [], 0, 'Speaker 1 Speaker 2 Speaker 1 Speaker 2 Speaker 1'],
    ['on from two that are given', [1, 2], 2, 'Speaker 1 Speaker 2 Speaker 1 Speaker 2 Speaker 1'],
    ['the other way about', [2, 1], 2, 'Speaker 2 Speaker 1 Speaker 2 Speaker 1 Speaker 2'],
    ['from a line that has one', [1, 3], 1, 'Speaker 1 Speaker 3 Speaker 1 Speaker 3 Speaker 1'],
  ])('take turns %s', (_where, given, line, wanted) => {
    let document = documentOf(5);
    for (const [i, number] of given.entries()) document = give(document, i, number);
    const alternating = after(document, alternateFrom(document, 3 * line + 1));
    expect(told(alternating)).toBe(wanted);
    expect(brokenInvariants(alternating)).toEqual([]);
  });

  it('part a line between them', () => {
    const document = give(give(documentOf(2), 0, 1), 1, 2);
    const split = after(document, splitForOther(document, 4));
    expect(told(split)).toBe('Speaker 1 Speaker 2 Speaker 1');
    expect(linesOf(split.words).map(({ first }) => first)).toEqual([0, 3, 4]);
    expect(splitForOther(split, 4)).toBeNull();
    const unknown = documentOf(1);
    expect(told(after(unknown, splitForOther(unknown, 1)))).toBe('- Speaker 1');
  });
});

describe('a line that is gone to', () => {
  it.each([
    ['is begun', { from: 5, to: 9 }, 1, 5],
    ['is begun again behind its end', { from: 5, to: 9 }, 9, 5],
    ['goes on where it is being said', { from: 5, to: 9 }, 7, null],
    ['comes by itself where it is next', { from: 5, to: 9 }, 4.8, null],
  ])('%s', (_what, line, heard, wanted) => {
    expect(whereToHear(line, heard)).toBe(wanted);
  });
});
