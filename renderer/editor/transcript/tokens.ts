import type { Text } from '@codemirror/state';

/** Where the words of a text are: characters from its start. Line `n` (from 1) begins with word `lineFirst[n - 1]`. */
export interface Tokens {
  starts: Int32Array;
  ends: Int32Array;
  /** One more than there are lines: the last is how many words there are. */
  lineFirst: Int32Array;
}

const WORD = /\S+/gu;

export function tokensOf(text: Text): Tokens {
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

/** The first word that ends behind a character position; how many there are when there is none. */
export function tokenAt({ ends }: Tokens, position: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
