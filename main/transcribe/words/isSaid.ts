import type { Span } from '../../../shared/model/entity';
import { spansWithin } from '../../../shared/model/spansWithin';

/** Least share of a word in which somebody speaks; a word in silence has hardly any. */
export const SPOKEN_SHARE = 0.1;

/**
 * Tells whether somebody speaks at the place of a word; all times are seconds.
 * @param speech stretches in which somebody speaks, in order, without overlap.
 */
export function isSaid(speech: readonly Span[], { start, end }: { start: number; end: number }): boolean {
  const seconds = spansWithin(speech, { from: start, to: end }).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  );
  return seconds >= SPOKEN_SHARE * (end - start);
}
