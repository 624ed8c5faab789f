import { READ_OFF_SECONDS } from './clock';
import { isTimed, type Word } from '../model/word';

/** A line of the transcript: one paragraph of one speaker, as words `first` up to and without `end`. */
export interface Line {
  first: number;
  end: number;
}

/** Tells whether a word begins a line: it begins a paragraph, or somebody else speaks. */
export const beginsLine = (word: Word, before: Word | undefined): boolean =>
  before === undefined || word.paragraph === true || word.speaker !== before.speaker;

/** Returns the line that a word is in; null when there is no such word. */
export function lineAt(words: readonly Word[], at: number): Line | null {
  if (!words[at]) return null;
  let first = at;
  for (let word = words[first]; word && !beginsLine(word, words[first - 1]); word = words[first]) first--;
  let end = at + 1;
  for (let word = words[end]; word && !beginsLine(word, words[end - 1]); word = words[end]) end++;
  return { first, end };
}

/** Returns the lines of a transcript, in order; every word is in one. */
export function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  for (const [i, word] of words.entries()) {
    const last = lines.at(-1);
    if (!last || beginsLine(word, words[i - 1])) lines.push({ first: i, end: i + 1 });
    else last.end = i + 1;
  }
  return lines;
}

/**
 * Returns the line that begins at a time (seconds) or within the second that follows, or else the line that is said
 * then.
 * @param at in a transcript without times the position of a word, counted from zero.
 * @returns null behind everything that is said.
 */
export function lineSaidAt(words: readonly Word[], at: number): Line | null {
  if (!words.every(isTimed)) return lineAt(words, Math.floor(at));
  const end = words.at(-1)?.end ?? 0;
  if (at > end) return null;
  const lines = linesOf(words);
  const startOf = ({ first }: Line) => words[first]?.start ?? 0;
  const begins = lines.find((line) => startOf(line) >= at && startOf(line) < at + READ_OFF_SECONDS);
  return begins ?? lines.findLast((line) => startOf(line) <= at) ?? lines[0] ?? null;
}
