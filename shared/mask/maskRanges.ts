import type { Span } from '../model/entity';
import { spanToSamples } from '../plan/boundaries';

/** Samples `[first, end)` of a track, counted from the start of the timeline. */
export interface SampleRange {
  first: number;
  end: number;
}

/** Returns the samples to generate at `rate` Hz: sorted, disjoint, with at least one sample between two ranges. */
export function maskRanges(spans: readonly Span[], rate: number): SampleRange[] {
  const ranges: SampleRange[] = [];
  const wanted = spans.map((span) => spanToSamples(span, rate)).filter(({ first, end }) => first < end);
  for (const range of wanted.sort((a, b) => a.first - b.first)) {
    const last = ranges.at(-1);
    if (last && range.first <= last.end) last.end = Math.max(last.end, range.end);
    else ranges.push(range);
  }
  return ranges;
}
