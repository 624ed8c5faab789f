import type { Span } from '../../shared/model/entity';
import type { Anchored } from './anchorWords';

/** Words that are said in one stretch of the recording (seconds), which is heard at once. */
export interface Passage extends Span {
  /** Positions of the words, ascending. Words without a place are left out. */
  words: number[];
}

/** Seconds that Whisper hears at once, less what is added around the words. */
const LONGEST_SECONDS = 26;
/** Seconds added before the first word and behind the last, as far as no other word is cut. */
const AROUND_SECONDS = 0.3;
/** Seconds of a pause; a longer one is no better for a cut. */
const GOOD_PAUSE_SECONDS = 0.5;

/**
 * Cuts a text into passages at its anchors, preferably where somebody pauses, so that each can be heard at once.
 * @param duration of the recording, seconds.
 * @param longest most seconds of a passage.
 */
export function cutPassages(
  anchored: readonly Anchored[],
  duration: number,
  longest = LONGEST_SECONDS,
): Passage[] {
  const placed = anchored.flatMap((word, at) => (word.fits ? [{ ...word, at }] : []));
  const passages: Passage[] = [];
  let from = 0;
  for (let first = 0; first < placed.length;) {
    const end = bestEnd(placed, first, longest);
    const words = placed.slice(first, end);
    const [begin, last, next] = [words[0], words.at(-1), placed[end]];
    if (!begin || !last) break;
    const to = Math.min(duration, endOf(last, next));
    const start = Math.max(from, begin.within.from - AROUND_SECONDS, 0);
    passages.push({ from: Math.min(start, to), to, words: words.map(({ at }) => at) });
    // The next passage does not hear this one's sound again, unless its first word begins before this one ends.
    from = next ? Math.min(to, next.within.from) : to;
    first = end;
  }
  return passages;
}

function endOf({ within }: Anchored, next: Anchored | undefined): number {
  const most = within.to + AROUND_SECONDS;
  return next ? Math.max(within.to, Math.min(most, (within.to + next.within.from) / 2)) : most;
}

/** Returns the position behind a passage's last word. The best end is far off, in a pause and between two anchors. */
function bestEnd(placed: readonly Anchored[], first: number, longest: number): number {
  const start = placed[first]?.within.from ?? 0;
  let [best, most] = [first + 1, -Infinity];
  for (let end = first + 1; end <= placed.length; end++) {
    const [last, next] = [placed[end - 1], placed[end]];
    if (!last) break;
    if (end > first + 1 && last.within.to - start > longest) break;
    if (!next) return end;
    if (!last.heard || !next.heard) continue;
    const pause = Math.max(0, Math.min(GOOD_PAUSE_SECONDS, next.within.from - last.within.to));
    const value = (last.within.to - start) / longest + (2 * pause) / GOOD_PAUSE_SECONDS;
    if (value >= most) [best, most] = [end, value];
  }
  if (most > -Infinity) return best;
  // No two anchors are neighbours here, so the passage takes as many words as it has room for.
  let end = first + 1;
  while (end < placed.length && (placed[end]?.within.to ?? Infinity) - start <= longest) end++;
  return end;
}
