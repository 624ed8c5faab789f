import { applyCommand, type Command } from '../project/commands';
import type { ProjectDocument } from '../project/document';
import { beginsLine } from './lines';
import { correctWords } from './correctWords';
import type { Word } from './word';

export interface FindOptions {
  matchCase: boolean;
  wholeWords: boolean;
}

/** A place where a text stands: words `first` to `last`, and characters (UTF-16) into those two. */
export interface Found {
  first: number;
  last: number;
  /** Where it begins in the first word, and where it ends in the last. */
  from: number;
  to: number;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Every place where a text stands within a line, in order and apart from one another. */
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
  const line = texts.join(' ');
  for (let at = line.indexOf(sought); at >= 0; at = line.indexOf(sought, at + sought.length)) {
    const stop = at + sought.length;
    if (options.wholeWords && (LETTER.test(line[at - 1] ?? '') || LETTER.test(line[stop] ?? ''))) continue;
    const [a, b] = [placeOf(texts, at), placeOf(texts, stop - 1)];
    yield { first: first + a.word, last: first + b.word, from: a.character, to: b.character + 1 };
  }
}

function placeOf(texts: readonly string[], at: number): { word: number; character: number } {
  let rest = at;
  for (const [word, text] of texts.entries()) {
    if (rest <= text.length) return { word, character: rest };
    rest -= text.length + 1;
  }
  return { word: texts.length - 1, character: rest };
}

/** Letters whose small form is longer stay as they are: places are counted in characters. */
const fold = (text: string, { matchCase }: FindOptions): string =>
  matchCase
    ? text
    : text.replace(/\p{Lu}/gu, (letter) => {
        const small = letter.toLowerCase();
        return small.length === letter.length ? small : letter;
      });

/** What the words of a place read with `replacement` put in. */
export function replaced(
  words: readonly Word[],
  { first, last, from, to }: Found,
  replacement: string,
): string {
  return `${(words[first]?.text ?? '').slice(0, from)}${replacement}${(words[last]?.text ?? '').slice(to)}`;
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
  // From the end, so that places in front stay where they are; two within one word are put in from the end too.
  for (const place of [...found].reverse()) {
    const text = replaced(current.words, place, replacement);
    const written = text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word, i) => ({ text: word, begins: i === 0 && current.words[place.first]?.paragraph === true }));
    const command = correctWords(current, place.first, place.last - place.first + 1, written, 'Replace');
    if (!command) continue;
    steps.push(...command.steps);
    current = applyCommand(current, command).document;
  }
  return steps.length > 0 ? { label: 'Replace', steps } : null;
}
