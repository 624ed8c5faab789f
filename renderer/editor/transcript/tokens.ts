import type { Text } from '@codemirror/state';
import type { Word } from '../../../shared/model/word';

/**
 * The places of words, in characters from the start of a text. Line `n` (from 1) begins with word `lineFirst[n - 1]`.
 */
export interface Tokens {
  starts: Int32Array;
  ends: Int32Array;
  /** One entry more than there are lines; the last is the number of words. */
  lineFirst: Int32Array;
}

const WORD = /\S+/gu;

/**
 * Finds the places of words in a text that reads as they do. Otherwise each piece between two spaces counts as a word.
 */
export const tokensOf = (text: Text, words: readonly Word[]): Tokens =>
  placesOf(text, words) ?? placesBetweenSpaces(text);

function placesOf(text: Text, words: readonly Word[]): Tokens | null {
  const [starts, ends] = [new Int32Array(words.length), new Int32Array(words.length)];
  const lineFirst = new Int32Array(text.lines + 1);
  let [line, at, next] = [0, 0, 0];
  for (const content of text.iterLines()) {
    lineFirst[line++] = next;
    let passed = 0;
    for (let from = behindSpaces(content, 0); from < content.length; from = behindSpaces(content, passed)) {
      const word = words[next];
      const isGlued = passed > 0 && from === passed;
      if (!word || !content.startsWith(word.text, from) || (isGlued && !word.glued)) return null;
      passed = from + word.text.length;
      starts[next] = at + from;
      ends[next++] = at + passed;
    }
    at += content.length + 1;
  }
  lineFirst[line] = next;
  return next === words.length ? { starts, ends, lineFirst } : null;
}

const SPACE = /\s/u;

function behindSpaces(line: string, from: number): number {
  let at = from;
  while (at < line.length && SPACE.test(line[at] ?? '')) at++;
  return at;
}

function placesBetweenSpaces(text: Text): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const lineFirst = new Int32Array(text.lines + 1);
  let [line, at] = [0, 0];
  for (const content of text.iterLines()) {
    lineFirst[line++] = starts.length;
    for (const { index, 0: word } of content.matchAll(WORD)) {
      starts.push(at + index);
      ends.push(at + index + word.length);
    }
    at += content.length + 1;
  }
  lineFirst[line] = starts.length;
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), lineFirst };
}

/** Finds the first word that ends behind a character position. Without one, returns the number of words. */
export function tokenAt({ ends }: Tokens, position: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
