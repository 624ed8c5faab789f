import { splitWords, type SplitWord } from '../../../shared/text/splitWords';
import type { RawWord } from './rawWord';

/** A stretch of time, in seconds. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Shares a stretch of time among words by their length. The times of several words are then a guess, so each remembers
 * a whole stretch.
 * @param within the stretch to remember, also for one word, where even that of all of them is only a share.
 */
export function spreadWords(
  words: string | readonly SplitWord[],
  { from, to }: Stretch,
  within?: Stretch,
): RawWord[] {
  const split = typeof words === 'string' ? splitWords(words) : words;
  // A word takes time beyond its letters; the constant keeps "I" from vanishing.
  const weights = split.map(({ text }) => text.length + 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const known = within ?? (split.length > 1 ? { from, to } : undefined);
  let passed = 0;
  return split.map(({ text, glued }, i) => {
    const start = from + ((to - from) * passed) / total;
    passed += weights[i] ?? 0;
    const end = passed === total ? to : from + ((to - from) * passed) / total;
    return { text, start, end, ...(known && { within: { ...known } }), ...(glued && { glued }) };
  });
}
