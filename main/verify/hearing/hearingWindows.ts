import { mergeSpans } from '../../../shared/plan/boundaries';
import type { Span } from '../../../shared/model/entity';

/** Seconds before and after a span that are heard with it. */
const AROUND_SECONDS = 1;
/** Seconds; two stretches with less than this between them touch. */
const TOUCHING_SECONDS = 1e-6;
/** Most seconds that a recogniser hears at once. */
const LONGEST_SECONDS = 29;
/** Seconds that two windows share, so that no word is cut by both. */
const SHARED_SECONDS = 2;

/** Makes stretches (seconds) with the surroundings of every span, and joins those that touch. */
export function aroundSpans(spans: readonly Span[], duration: number): Span[] {
  const stretches = spans.map(({ from, to }) => ({
    from: Math.max(0, from - AROUND_SECONDS),
    to: Math.min(duration, to + AROUND_SECONDS),
  }));
  return mergeSpans(
    stretches.filter(({ from, to }) => from < to),
    TOUCHING_SECONDS,
  );
}

/** Cuts stretches into windows that can be heard, and leaves out those in which everything is masked. */
export function hearingWindows(stretches: readonly Span[], spans: readonly Span[]): Span[] {
  return stretches
    .flatMap(({ from, to }) => {
      const count = Math.max(1, Math.ceil((to - from - SHARED_SECONDS) / (LONGEST_SECONDS - SHARED_SECONDS)));
      const step = (to - from - SHARED_SECONDS) / count;
      return Array.from({ length: count }, (_, i) => ({
        from: Math.max(from, from + i * step),
        to: i === count - 1 ? to : from + (i + 1) * step + SHARED_SECONDS,
      }));
    })
    .filter((window) => !spans.some((span) => span.from <= window.from && span.to >= window.to));
}
