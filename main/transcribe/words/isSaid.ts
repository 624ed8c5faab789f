import type { Span } from '../../../shared/model/entity';
import { spansWithin } from '../../../shared/model/spansWithin';

/** Share of a word in which somebody speaks at least: where nobody does, it is hardly any. */
export const SPOKEN_SHARE = 0.1;

/** Whether somebody speaks where a word is put. @param speech where somebody does, in order and apart; all in seconds. */
export function isSaid(speech: readonly Span[], { start, end }: { start: number; end: number }): boolean {
  const seconds = spansWithin(speech, { from: start, to: end }).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  );
  return seconds >= SPOKEN_SHARE * (end - start);
}
