import { SHORTEST_WORD_SECONDS } from '../../../shared/model/word';
import type { RawWord } from './rawWord';

/** Seconds; times that differ by less are only written in another way. */
const SAME_TIME_SECONDS = 1e-6;

/**
 * Brings the words in the order in which they begin (words that begin together keep the file's order) and removes
 * overlaps. A word ends where the next begins, and one without room is moved on just enough to last a moment. Words of
 * one subtitle stay together: their own times are a guess. A word that is cut short or moved, as where people speak at
 * once, keeps in `within` when it was really said: that is what has to be masked, and all that is ever told of it.
 */
export function settleTimes(words: readonly RawWord[]): RawWord[] {
  const timed = words.flatMap((word) =>
    word.start === null || word.end === null ? [] : [{ ...word, start: word.start, end: word.end }],
  );
  if (timed.length < words.length) return [...words];
  const sorted = timed.sort((a, b) => orderOf(a) - orderOf(b));
  const original = new Map(sorted.map((word) => [word, { start: word.start, end: word.end }]));
  let earliest = 0;
  for (const word of sorted) {
    word.start = Math.max(word.start, earliest);
    earliest = word.start + SHORTEST_WORD_SECONDS;
  }
  for (const [i, word] of sorted.entries()) {
    const next = sorted[i + 1]?.start ?? Infinity;
    const said = original.get(word) ?? word;
    word.end = Math.min(Math.max(word.end, word.start + SHORTEST_WORD_SECONDS), next);
    if (word.start > said.start + SAME_TIME_SECONDS || word.end < said.end - SAME_TIME_SECONDS)
      word.within ??= { from: said.start, to: said.end };
  }
  return sorted;
}

const orderOf = ({ order, within, start }: RawWord & { start: number }): number =>
  order ?? within?.from ?? start;
