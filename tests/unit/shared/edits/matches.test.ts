import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import {
  behindReplaced,
  emptiedHeadings,
  findMatches,
  replaceMatches,
  type Match,
} from '../../../../shared/edits/matches';
import { LONGEST_HEADING } from '../../../../shared/model/chapter';
import type { Word } from '../../../../shared/model/word';
import { chaptersInOrder } from '../../../../shared/plan/chaptersInOrder';
import { joinWords } from '../../../../shared/text/joinWords';
import { linesOf } from '../../../../shared/text/lines';

const HOW = { matchCase: false, wholeWords: true, forms: false };

/** Makes a transcript of lines; each heading stands above the line of its number. */
function transcript(lines: readonly string[], headings: readonly [number, string][]): ProjectDocument {
  const words: Word[] = [];
  const firsts: string[] = [];
  for (const line of lines)
    for (const [i, text] of line.split(' ').entries()) {
      const id = `w${words.length}`;
      if (i === 0) firsts.push(id);
      words.push({ id, text, start: null, end: null, ...(i === 0 && { paragraph: true }) });
    }
  const chapters = headings.map(([line, text], i) => ({ id: `h${i}`, wordId: firsts[line] ?? null, text }));
  return { ...emptyDocument(), nextId: 100, words, chapters };
}

const told = (matches: readonly Match[]) =>
  matches.map((match) =>
    'heading' in match
      ? `${match.heading.chapter.id}:${match.heading.from}-${match.heading.to}`
      : match.words.first,
  );
const textOfLines = ({ words }: ProjectDocument) =>
  linesOf(words).map(({ first, end }) => joinWords(words.slice(first, end)));
const headingsOf = (document: ProjectDocument) => chaptersInOrder(document).map(({ text }) => text);

/** Replaces places, and holds that one step takes all of it back. */
function replaced(document: ProjectDocument, matches: readonly Match[], replacement: string) {
  const { command, tooLong } = replaceMatches(document, matches, replacement);
  if (!command) return { document, tooLong };
  const { document: after, inverse } = applyCommand(document, command);
  expect(brokenInvariants(after)).toEqual([]);
  expect(applyCommand(after, inverse).document.chapters).toEqual(document.chapters);
  expect(applyCommand(after, inverse).document.words).toEqual(document.words);
  return { document: after, tooLong };
}

describe('what is looked for', () => {
  const document = transcript(
    ['The market was shut.', 'We left the market.'],
    [
      [1, 'Behind the market: the Market hall'],
      [0, 'A market'],
    ],
  );

  it('is found in headings too, in the order in which all is read', () => {
    expect(told(findMatches(document, 'market', HOW))).toEqual(['h1:2-8', 1, 'h0:11-17', 'h0:23-29', 7]);
    expect(told(findMatches(document, 'Market', { ...HOW, matchCase: true }))).toEqual(['h0:23-29']);
    expect(told(findMatches(document, 'arke', HOW))).toEqual([]);
    expect(told(findMatches(document, 'arke', { ...HOW, wholeWords: false }))).toHaveLength(5);
  });

  it('is found over the words of one heading, and never from one heading into the next', () => {
    const two = transcript(
      ['Yes.'],
      [
        [0, 'At the gate'],
        [0, 'the gate house'],
      ],
    );
    expect(told(findMatches(two, 'the gate', HOW))).toEqual(['h0:3-11', 'h1:0-8']);
    expect(told(findMatches(two, 'gate the', HOW))).toEqual([]);
  });

  it('is found in headings in its other forms', () => {
    const russian = { ...transcript(['Мы жили там.'], [[0, 'В Алматы и Таразе']]), language: 'ru' };
    expect(told(findMatches(russian, 'Тараз', { ...HOW, forms: true }))).toEqual(['h0:11-17']);
    expect(told(findMatches(russian, 'Тараз', HOW))).toEqual([]);
  });
});

describe('replacing', () => {
  it('changes words and headings in one step', () => {
    const document = transcript(['The market was shut.'], [[0, 'Market, market']]);
    const { document: after } = replaced(document, findMatches(document, 'market', HOW), 'big square');
    expect(joinWords(after.words)).toBe('The big square was shut.');
    expect(headingsOf(after)).toEqual(['big square, big square']);
  });

  it('with nothing deletes the words of a heading, and the heading when no other word is left', () => {
    const document = transcript(
      ['Yes.', 'No.'],
      [
        [0, 'The market'],
        [1, 'market'],
      ],
    );
    const matches = findMatches(document, 'market', HOW);
    expect(emptiedHeadings(matches, '')).toBe(1);
    expect(emptiedHeadings(matches, 'square')).toBe(0);
    expect(headingsOf(replaced(document, matches, '').document)).toEqual(['The']);
  });

  it('keeps a heading above its line, where the first word of that is replaced in the same step', () => {
    const document = transcript(['One.', 'Market day.'], [[1, 'The market']]);
    const { document: after } = replaced(document, findMatches(document, 'market', HOW), '');
    expect(textOfLines(after)).toEqual(['One.', 'day.']);
    expect(after.words[1]?.id).toBe('w2');
    expect(chaptersInOrder(after)).toMatchObject([{ text: 'The', at: 1 }]);
  });

  it('leaves a heading as it is that would be too long, and counts it', () => {
    const document = transcript(['Yes.'], [[0, `x ${'a'.repeat(LONGEST_HEADING - 2)}`]]);
    const made = replaced(document, findMatches(document, 'x', HOW), 'longer');
    expect(made).toEqual({ document, tooLong: 1 });
  });

  it('goes on behind what was put in, which may match itself', () => {
    const document = transcript(
      ['no no', 'no'],
      [
        [0, 'no and no'],
        [1, 'no'],
      ],
    );
    let current = document;
    let matches = findMatches(document, 'no', HOW);
    const visited: unknown[] = [];
    for (let match = matches[0]; match;) {
      visited.push(...told([match]));
      const isBehind = behindReplaced(current, match, 'no no');
      current = replaced(current, [match], 'no no').document;
      matches = findMatches(current, 'no', HOW);
      match = matches.find(isBehind);
    }
    expect(headingsOf(current)).toEqual(['no no and no no', 'no no']);
    expect(joinWords(current.words)).toBe('no no no no no no');
    expect(visited).toEqual(['h0:0-2', 'h0:10-12', 0, 2, 'h1:0-2', 4]);
  });
});
