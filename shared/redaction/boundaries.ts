import type { Span } from './entity';
import type { TimedWord } from '../transcript/word';

export interface BoundarySettings {
  /** Seconds added on each side of the words' own times: recognisers' edges are that uncertain. */
  pad: number;
  /** Two spans closer than this (seconds) become one: what is left between them tells more than it is worth. */
  mergeGap: number;
  /** No span made from words is shorter than this (seconds). */
  minLength: number;
}

export const DEFAULT_BOUNDARIES: BoundarySettings = { pad: 0.15, mergeGap: 0.3, minLength: 0.5 };

/** The stretch (seconds) outside of which a word is not said, as far as its times are known. */
export const saidWithin = ({ start, end, within }: TimedWord): Span =>
  within ? { from: Math.min(within.from, start), to: Math.max(within.to, end) } : { from: start, to: end };

/** The span (seconds) to withhold so that a run of words cannot be heard, within `[0, duration]`. */
export function spanOfWords(
  words: readonly TimedWord[],
  duration: number,
  settings: BoundarySettings = DEFAULT_BOUNDARIES,
): Span {
  let from = Math.min(...words.map((word) => saidWithin(word).from)) - settings.pad;
  let to = Math.max(...words.map((word) => saidWithin(word).to)) + settings.pad;
  const missing = settings.minLength - (to - from);
  if (missing > 0) {
    from -= missing / 2;
    to += missing / 2;
  }
  return { from: Math.max(0, from), to: Math.min(Math.max(duration, 0), to) };
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

const TOLERANCE = 1e-6;

/** The samples `[first, end)` of a span at `rate` Hz: outward to whole samples, exact where the time is exact. */
export function spanToSamples(span: Span, rate: number): { first: number; end: number } {
  return {
    first: Math.max(0, Math.floor(span.from * rate + TOLERANCE)),
    end: Math.ceil(span.to * rate - TOLERANCE),
  };
}
