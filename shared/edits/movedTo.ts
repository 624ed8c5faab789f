import { SHORTEST_WORD_SECONDS, type TimedWord } from '../model/word';
import { saidWithin } from '../plan/boundaries';
import { unionOf } from '../model/spans';

/**
 * Returns a word that keeps its turn by beginning at `start` (seconds), although it is said elsewhere. Its `within`
 * still holds where it is said, so that a mask covers both.
 */
export function movedTo(start: number, word: TimedWord): TimedWord {
  const said = saidWithin(word);
  const end = Math.max(word.end, start + SHORTEST_WORD_SECONDS);
  return {
    ...word,
    start,
    end,
    within: unionOf(said, { from: start, to: end }),
  };
}
