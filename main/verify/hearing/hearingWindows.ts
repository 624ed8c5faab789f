import { mergeSpans } from '../../../shared/plan/boundaries';
import type { Span } from '../../../shared/model/entity';

/** Seconds before and behind a span that are heard with it. */
const AROUND = 1;
/** Seconds; less than this between two stretches is no gap. */
const TOUCHING = 1e-6;
/** Seconds that a recogniser hears at once. */
const LONGEST = 29;
/** Seconds that two windows share, so that no word is cut by both. */
const SHARED = 2;

/** Stretches (seconds) that hold the surroundings of every span; those that touch are one. */
export function aroundSpans(spans: readonly Span[], duration: number): Span[] {
  const stretches = spans.map(({ from, to }) => ({
    from: Math.max(0, from - AROUND),
    to: Math.min(duration, to + AROUND),
  }));
  return mergeSpans(
    stretches.filter(({ from, to }) => from < to),
    TOUCHING,
  );
}

/** Cuts stretches into windows that can be heard, without those in which everything is masked. */
export function hearingWindows(stretches: readonly Span[], spans: readonly Span[]): Span[] {
  return stretches
    .flatMap(({ from, to }) => {
      const count = Math.max(1, Math.ceil((to - from - SHARED) / (LONGEST - SHARED)));
      const step = (to - from - SHARED) / count;
      return Array.from({ length: count }, (_, i) => ({
        from: Math.max(from, from + i * step),
        to: i === count - 1 ? to : from + (i + 1) * step + SHARED,
      }));
    })
    .filter((window) => !spans.some((span) => span.from <= window.from && span.to >= window.to));
}
