import type { Found } from '../text/findSpaceless';
import { applyCommand, type Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { beginsLine } from '../text/lines';
import { correctWords } from './correctWords';
import { gapBefore, joinWords } from '../text/joinWords';
import { isSpaceless } from '../text/spaceless';
import { splitWords } from '../text/splitWords';
import { writable } from '../text/writable';
import type { Word } from '../model/word';

export interface FindOptions {
  matchCase: boolean;
  wholeWords: boolean;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Finds every place where a text stands within a line, in order and apart from one another. */
export function findText(words: readonly Word[], wanted: string, options: FindOptions): Found[] {
  const sought = fold(wanted.trim().replace(/\s+/gu, ' '), options);
  if (sought === '') return [];
  const found: Found[] = [];
  for (let first = 0; first < words.length;) {
    let end = first + 1;
    for (let next = words[end]; next && !beginsLine(next, words[end - 1]); next = words[end]) end++;
    found.push(...findInLine(words, first, end, sought, options));
    first = end;
  }
  return found;
}

function* findInLine(
  words: readonly Word[],
  first: number,
  end: number,
  sought: string,
  options: FindOptions,
): Generator<Found> {
  const texts = words.slice(first, end).map(({ text }) => fold(text, options));
  const pieces = texts.map((text, i) => ({ text, glued: words[first + i]?.glued }));
  const line = joinWords(pieces);
  for (let at = line.indexOf(sought); at >= 0; at = line.indexOf(sought, at + sought.length)) {
    const stop = at + sought.length;
    if (options.wholeWords && (isInside(line, at) || isInside(line, stop))) continue;
    const [a, b] = [placeOf(pieces, at), placeOf(pieces, stop - 1)];
    yield { first: first + a.word, last: first + b.word, from: a.character, to: b.character + 1 };
  }
}

/**
 * Tells whether a word goes on over a position of a line. In a script without spaces a word may begin and end anywhere.
 */
function isInside(line: string, at: number): boolean {
  const [before, after] = [line[at - 1] ?? '', line[at] ?? ''];
  if (!LETTER.test(before) || !LETTER.test(after)) return false;
  return isSpaceless(before, -1) !== true && isSpaceless(after, 0) !== true;
}

type Piece = Pick<Word, 'text' | 'glued'>;

function placeOf(pieces: readonly Piece[], at: number): { word: number; character: number } {
  let rest = at;
  for (const [word, { text }] of pieces.entries()) {
    const next = pieces[word + 1];
    const length = text.length + (next ? gapBefore(next).length : 0);
    if (rest < length || !next) return { word, character: rest };
    rest -= length;
  }
  return { word: pieces.length - 1, character: rest };
}

/**
 * Writes a text in small letters, unless case matters. A letter whose small form is longer stays as it is, because
 * places are counted in characters.
 */
const fold = (text: string, { matchCase }: FindOptions): string =>
  matchCase
    ? text
    : text.replace(/\p{Lu}/gu, (letter) => {
        const small = letter.toLowerCase();
        return small.length === letter.length ? small : letter;
      });

/** Returns what the words of a place read with `replacement` put in. */
export function replaced(
  words: readonly Word[],
  { first, last, from, to }: Found,
  replacement: string,
): string {
  return `${(words[first]?.text ?? '').slice(0, from)}${writable(replacement)}${(words[last]?.text ?? '').slice(to)}`;
}

/**
 * Returns where a text ends that was put in a place: the position of its last word then, and the characters into that
 * word.
 */
export function endOfReplaced(
  words: readonly Word[],
  place: Found,
  replacement: string,
): { word: number; character: number } {
  const written = splitWords(replaced(words, place, replacement));
  const rest = (words[place.last]?.text.length ?? 0) - place.to;
  const length = written.at(-1)?.text.length ?? 0;
  return { word: place.first + written.length - 1, character: Math.max(0, length - rest) };
}

/**
 * Puts a text in the places that were found, as one command. Word times and marks follow as with any correction.
 * @param found apart from one another and in order, of this document.
 * @returns null when nothing changes.
 */
export function replaceText(
  document: ProjectDocument,
  found: readonly Found[],
  replacement: string,
): Command | null {
  let current = document;
  const steps: Command['steps'] = [];
  // The last places come first, so that places in front stay where they are, also two within one word.
  for (const place of [...found].reverse()) {
    const text = replaced(current.words, place, replacement);
    const before = current.words[place.first];
    const written = splitWords(text).map(({ text: word, glued }, i) => ({
      text: word,
      begins: i === 0 && before?.paragraph === true,
      ...((i === 0 ? before?.glued : glued) && { glued: true as const }),
    }));
    // Without its first word, a line begins with the next one, and is not joined to the line before.
    const next = current.words[place.last + 1];
    const isLeft = next !== undefined && !beginsLine(next, current.words[place.last]);
    const opens = written.length === 0 && before?.paragraph === true && isLeft;
    const count = place.last - place.first + (opens ? 2 : 1);
    const now = opens ? [{ text: next.text, begins: true }] : written;
    const command = correctWords(current, place.first, count, now, 'Replace');
    if (!command) continue;
    steps.push(...command.steps);
    current = applyCommand(current, command).document;
  }
  return steps.length > 0 ? { label: 'Replace', steps } : null;
}
