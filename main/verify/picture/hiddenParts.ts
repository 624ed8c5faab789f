import type { DrawnCover } from '../../../shared/model/cover';
import type { Span } from '../../../shared/model/entity';

/** The parts of a picture to be hidden: all of it during the spans (seconds), and rectangles. */
export interface CoverPlan {
  spans: readonly Span[];
  covers: readonly DrawnCover[];
}

/** The edges of a rectangle, in fractions of the picture as it is seen. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part to be hidden in one frame. */
export type HiddenPart = 'all' | readonly Edges[];

/**
 * Yields what has to be hidden in each frame: whatever is to be hidden at any moment while the frame is on screen. A
 * frame is on screen until the next one comes. Players show the first frame before its time, and the last one for as
 * long as there is sound.
 *
 * This is verification's own reckoning, from the plan alone. It looks up span by span which frames a span meets, and
 * follows each rectangle along the stretches between its keys.
 * @param times seconds on the timeline, ascending, one for each frame.
 */
export function* hiddenParts(times: Float64Array, { spans, covers }: CoverPlan): Generator<HiddenPart> {
  const isAll = framesMet(times, spans);
  const courses = covers.map((cover) => new Course(cover));
  for (let i = 0; i < times.length; i++) {
    const from = i === 0 ? -Infinity : (times[i] ?? 0);
    const to = times[i + 1] ?? Infinity;
    const rectangles = courses.flatMap((course) => course.during(from, to) ?? []);
    yield isAll[i] === 1 ? 'all' : rectangles;
  }
}

/** Returns 1 for each frame that is on screen at any moment of a span. */
function framesMet(times: Float64Array, spans: readonly Span[]): Uint8Array {
  const met = new Uint8Array(times.length);
  for (const { from, to } of spans) {
    // The last frame no later than the span's begin is on screen then. A frame that comes as the span ends is not met.
    const first = Math.max(0, countBefore(times, from, true) - 1);
    const last = Math.max(0, countBefore(times, to, false) - 1);
    met.fill(1, first, last + 1);
  }
  return met;
}

/** Counts the ascending times before a moment, and with `orAt` those at it. */
function countBefore(times: Float64Array, moment: number, orAt: boolean): number {
  let count = 0;
  for (let step = 2 ** Math.floor(Math.log2(Math.max(1, times.length))); step >= 1; step /= 2) {
    const time = times[count + step - 1] ?? Infinity;
    if (time < moment || (orAt && time === moment)) count += step;
  }
  return count;
}

/** Follows the way of one rectangle forwards. */
class Course {
  #stretch = 0;

  constructor(private readonly cover: DrawnCover) {}

  /**
   * Returns the edges of all it touches between two moments; null when it is nowhere then. Moments only go forwards.
   */
  during(from: number, to: number): Edges | null {
    const { keys, to: end } = this.cover;
    const begin = keys[0]?.at ?? end;
    if (to <= begin || from >= end) return null;
    while ((keys[this.#stretch + 1]?.at ?? Infinity) < from) this.#stretch++;
    const touched: Edges = { left: 1, top: 1, right: 0, bottom: 0 };
    for (let i = this.#stretch; i < keys.length; i++) {
      const [key, next] = [keys[i], keys[i + 1]];
      if (!key || key.at > to) break;
      const last = Math.min(next?.at ?? end, end, to);
      // The rectangle moves evenly along the stretch, so it is farthest out at the first and at the last moment.
      for (const moment of [Math.max(key.at, from), last]) widen(touched, key, next, moment);
    }
    return touched;
  }
}

type Key = DrawnCover['keys'][number];

/** Widens edges by the place of a rectangle at a moment of the stretch from one key to the next. */
function widen(edges: Edges, key: Key, next: Key | undefined, moment: number): void {
  const [before, after] = next ? [next.at - moment, moment - key.at] : [1, 0];
  const mean = (a: number, b: number) => (before * a + after * b) / (before + after);
  const other = next ?? key;
  edges.left = Math.min(edges.left, mean(key.x, other.x));
  edges.top = Math.min(edges.top, mean(key.y, other.y));
  edges.right = Math.max(edges.right, mean(key.x + key.width, other.x + other.width));
  edges.bottom = Math.max(edges.bottom, mean(key.y + key.height, other.y + other.height));
}
