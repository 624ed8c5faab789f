import { DEFAULT_BOUNDARIES, type BoundarySettings } from '../model/boundarySettings';
import type { Span } from '../model/entity';
import type { TimedWord } from '../model/word';

/** Loudness of a recording, as far as it takes to find the moment between two words. */
export interface Loudness {
  /**
   * Returns the quietest moment between two times (seconds). Of several it is the one nearest to `near`, which may be
   * the later time.
   */
  quietest(near: number, far: number): number;
}

/** Returns the stretch (seconds) outside of which a word is not said, as far as its times are known. */
export const saidWithin = ({ start, end, within }: TimedWord): Span => within ?? { from: start, to: end };

/**
 * Returns the span (seconds) to withhold so that a run of words cannot be heard, within `[0, duration]`.
 * @param loudness of the recording; without it edges are not moved to quiet moments.
 */
export function spanOfWords(
  words: readonly TimedWord[],
  duration: number,
  settings: BoundarySettings = DEFAULT_BOUNDARIES,
  loudness?: Loudness,
): Span {
  let from = Math.min(...words.map((word) => saidWithin(word).from)) - settings.pad;
  let to = Math.max(...words.map((word) => saidWithin(word).to)) + settings.pad;
  if (loudness) {
    from = Math.min(from, loudness.quietest(from, from - settings.snap));
    to = Math.max(to, loudness.quietest(to, to + settings.snap));
  }
  const span = lengthened({ from, to }, settings.minLength);
  return { from: Math.max(0, span.from), to: Math.min(Math.max(duration, 0), span.to) };
}

/** Joins spans that overlap or are closer than `mergeGap` seconds; the result is sorted and disjoint. */
export function mergeSpans(spans: readonly Span[], mergeGap: number): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last && span.from - last.to < mergeGap) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/**
 * Returns merged spans that begin and end at multiples of `lengthStep`; the last ends with the recording if that comes
 * first. The grid is counted from the recording's start, so an edge tells only in which cells of the grid something is
 * withheld. Edges that were set by the words would tell where between them the words lie.
 * @param duration of the recording, seconds.
 */
export function planSpans(
  spans: readonly Span[],
  settings: Pick<BoundarySettings, 'mergeGap' | 'lengthStep'>,
  duration: number,
): Span[] {
  const { mergeGap, lengthStep } = settings;
  if (lengthStep === 0) return mergeSpans(spans, mergeGap);
  // Cells beside each other become one span, so that it does not tell how many words withhold them.
  return mergeSpans(
    spans.map((span) => onGrid(span, lengthStep, duration)),
    Math.max(mergeGap, TOUCHING_SECONDS),
  );
}

/** Moves the edges outward to the grid. An edge that lies on it, up to rounding, stays. */
function onGrid({ from, to }: Span, step: number, duration: number): Span {
  return {
    from: Math.min(from, Math.floor(from / step + TOUCHING_SECONDS) * step),
    to: Math.max(to, Math.min(duration, Math.ceil(to / step - TOUCHING_SECONDS) * step)),
  };
}

/** Tolerance in seconds, and in parts of a step: far less than a sample. */
const TOUCHING_SECONDS = 1e-9;

/** Lengthens a span on both sides alike. */
function lengthened({ from, to }: Span, length: number): Span {
  const missing = Math.max(0, length - (to - from));
  return { from: from - missing / 2, to: to + missing / 2 };
}

const TOLERANCE_SAMPLES = 1e-6;

/**
 * Returns the samples `[first, end)` of a span at `rate` Hz: outward to whole samples, exact when the time is exact.
 */
export function spanToSamples(span: Span, rate: number): { first: number; end: number } {
  return {
    first: Math.max(0, Math.floor(span.from * rate + TOLERANCE_SAMPLES)),
    end: Math.ceil(span.to * rate - TOLERANCE_SAMPLES),
  };
}
