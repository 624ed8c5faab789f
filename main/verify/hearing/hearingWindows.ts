import { mergeSpans } from '../../../shared/plan/boundaries';
import type { Span } from '../../../shared/model/entity';

/** So much before and behind a span is heard with it. */
const AROUND_SECONDS = 1;
/** Less than this between two stretches is no gap. */
const TOUCHING_SECONDS = 1e-6;
/** A recogniser hears no more at once. */
const LONGEST_SECONDS = 29;
/** Two windows share so much, so that no word is cut by both. */
const SHARED_SECONDS = 2;

/** Makes stretches (seconds) that hold the surroundings of every span; those that touch are one. */
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

/** Cuts stretches into windows that can be heard, without those in which everything is masked. */
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
