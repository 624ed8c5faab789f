import type { Span } from '../../../shared/model/entity';
import { isTimed, type Word } from '../../../shared/model/word';

/** Seconds without a word in which a window may begin or end. */
const PAUSE_SECONDS = 0.3;
/** Seconds by which a window goes into such a pause, or beyond the stretch when no pause is known. */
const AROUND_SECONDS = 0.25;
/** Most seconds of words beside the stretch that are heard as well, since recognisers hear whole phrases best. */
const MOST_BESIDE_SECONDS = 3;
/** Least share of the longest window; the sound decides where in the rest a window ends. */
const SHORTEST_SHARE = 0.6;

/**
 * Returns the windows (seconds) in which a stretch is heard: all of it and, at both ends, the words beside it up to a
 * pause. Those words are in the transcript already.
 * @param longest most seconds of a window.
 * @param quietest gives the quietest moment between two times.
 */
export function stretchWindows(
  words: readonly Word[],
  { from, to }: Span,
  {
    duration,
    longest,
    quietest,
  }: { duration: number; longest: number; quietest: (from: number, to: number) => number },
): Span[] {
  const timed = words.filter(isTimed);
  const begin = Math.max(0, pauseBefore(timed.filter(({ start }) => start < from).reverse(), from));
  const end = Math.min(
    duration,
    pauseBehind(
      timed.filter((word) => word.end > to),
      to,
    ),
  );
  const windows: Span[] = [];
  let at = begin;
  while (end - at > longest) {
    const cut = quietest(at + longest * SHORTEST_SHARE, at + longest);
    windows.push({ from: at, to: cut });
    at = cut;
  }
  return [...windows, { from: at, to: end }].filter((window) => window.from < window.to);
}

/** @param before words before `from`, the nearest first. */
function pauseBefore(before: readonly { start: number; end: number }[], from: number): number {
  let edge = from;
  for (const { start, end } of before) {
    if (edge - end >= PAUSE_SECONDS || from - start > MOST_BESIDE_SECONDS) break;
    edge = Math.min(edge, start);
  }
  const last = before.find(({ start }) => start < edge);
  return Math.max(edge - AROUND_SECONDS, Math.min(last?.end ?? 0, edge));
}

/** @param behind words after `to`, the nearest first. */
function pauseBehind(behind: readonly { start: number; end: number }[], to: number): number {
  let edge = to;
  for (const { start, end } of behind) {
    if (start - edge >= PAUSE_SECONDS || end - to > MOST_BESIDE_SECONDS) break;
    edge = Math.max(edge, end);
  }
  const next = behind.find(({ end }) => end > edge);
  return Math.min(edge + AROUND_SECONDS, Math.max(next?.start ?? Infinity, edge));
}
