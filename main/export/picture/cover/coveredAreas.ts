import { mergeSpans } from '../../../../shared/plan/boundaries';
import { coverDuring, type DrawnCover, type Rectangle } from '../../../../shared/model/cover';
import type { Span } from '../../../../shared/model/entity';

/** A plan of what is hidden in a picture: all of it during the spans (seconds), and rectangles. */
export interface CoverPlan {
  spans: readonly Span[];
  covers: readonly DrawnCover[];
}

/** The area that is hidden in one frame. */
export type Area = 'all' | readonly Rectangle[];

/**
 * Yields the hidden area of each frame: all that must be hidden at any moment while the frame is on screen, which is
 * until the next one comes. Players show the first frame before its time, and the last one for as long as there is
 * sound.
 * @param times seconds on the timeline, ascending, one for each frame.
 * @param slack seconds by which a frame counts as longer on screen, at both ends.
 */
export function* coveredAreas(
  times: readonly number[],
  { spans, covers }: CoverPlan,
  slack = 0,
): Generator<Area> {
  const sorted = mergeSpans(spans, 0);
  let next = 0;
  for (const [i, time] of times.entries()) {
    const from = i === 0 ? -Infinity : time - slack;
    const to = (times[i + 1] ?? Infinity) + slack;
    while ((sorted[next]?.to ?? Infinity) <= from) next++;
    const isAll = (sorted[next]?.from ?? Infinity) < to;
    yield isAll ? 'all' : covers.flatMap((cover) => coverDuring(cover, from, to) ?? []);
  }
}
