import { z } from 'zod';
import type { Span } from './entity';
import type { TimedWord } from '../transcript/word';

const seconds = (most: number) => z.number().min(0).max(most);

/** How words become spans. All in seconds. */
export const boundarySettingsSchema = z
  .object({
    /** Added on each side of the words' own times: recognisers' edges are that uncertain. */
    pad: seconds(5),
    /** How far beyond the pad the quietest moment is looked for, so that no edge cuts through a sound. */
    snap: seconds(2),
    /** Two spans closer than this become one: what is left between them tells more than it is worth. */
    mergeGap: seconds(10),
    /** No span made from words is shorter than this. */
    minLength: seconds(10),
    /** Spans are lengthened to a multiple of this, so that their lengths tell less of what was said; 0 leaves them. */
    lengthStep: seconds(30),
  })
  .strict();
export type BoundarySettings = z.infer<typeof boundarySettingsSchema>;

export const DEFAULT_BOUNDARIES: BoundarySettings = {
  pad: 0.15,
  snap: 0.15,
  mergeGap: 0.3,
  minLength: 0.5,
  lengthStep: 0,
};

/** How loud a recording is, as far as it takes to find the moment between two words. */
export interface Loudness {
  /** The quietest moment between two times (seconds), of several the one nearest to `near`, which may be the later. */
  quietest(near: number, far: number): number;
}

/** The stretch (seconds) outside of which a word is not said, as far as its times are known. */
export const saidWithin = ({ start, end, within }: TimedWord): Span => within ?? { from: start, to: end };

/**
 * The span (seconds) to withhold so that a run of words cannot be heard, within `[0, duration]`.
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
 * Merged spans that are each a multiple of `lengthStep` long, as far as the recording is. Lengthening may bring two
 * together, and they are then lengthened again as one.
 * @param duration of the recording, seconds.
 */
export function planSpans(
  spans: readonly Span[],
  settings: Pick<BoundarySettings, 'mergeGap' | 'lengthStep'>,
  duration: number,
): Span[] {
  const { mergeGap, lengthStep } = settings;
  const merged = mergeSpans(spans, mergeGap);
  if (lengthStep === 0) return merged;
  const stepped = merged.map((span) => {
    const steps = Math.ceil((span.to - span.from) / lengthStep - TOLERANCE);
    return movedInto(lengthened(span, steps * lengthStep), duration);
  });
  const apart = mergeSpans(stepped, mergeGap).length === merged.length;
  return apart ? stepped : planSpans(stepped, settings, duration);
}

/** Grown on both sides alike. */
function lengthened({ from, to }: Span, length: number): Span {
  const missing = Math.max(0, length - (to - from));
  return { from: from - missing / 2, to: to + missing / 2 };
}

/** As long as it is, but within `[0, duration]`; shorter only where that is. */
function movedInto(span: Span, duration: number): Span {
  const length = Math.min(span.to - span.from, duration);
  const from = Math.max(0, Math.min(span.from, duration - length));
  return { from, to: from + length };
}

const TOLERANCE = 1e-6;

/** The samples `[first, end)` of a span at `rate` Hz: outward to whole samples, exact where the time is exact. */
export function spanToSamples(span: Span, rate: number): { first: number; end: number } {
  return {
    first: Math.max(0, Math.floor(span.from * rate + TOLERANCE)),
    end: Math.ceil(span.to * rate - TOLERANCE),
  };
}
