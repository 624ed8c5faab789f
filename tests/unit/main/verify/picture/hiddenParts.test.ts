import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredAreas } from '../../../../../main/export/picture/cover/coveredAreas';
import {
  hiddenParts,
  type CoverPlan,
  type Edges,
  type HiddenPart,
} from '../../../../../main/verify/picture/hiddenParts';
import { storedSize, uprightSize } from '../../../../../main/verify/picture/uprightSize';
import type { DrawnCover } from '../../../../../shared/model/cover';

const part = fc.integer({ min: 0, max: 12 }).map((twentieths) => twentieths / 20);
const cover = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 9 }), x: part, y: part }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((keys) => fc.tuple(fc.constant(keys), fc.integer({ min: 1, max: 9 })))
  .map(([keys, rest]): DrawnCover => {
    let at = 0;
    const placed = keys.map(({ step, x, y }, i) => ({
      ...{ at: (at += step / 10), x, y },
      ...{ width: 0.1 + 0.03 * i, height: 0.4 - 0.05 * i },
    }));
    return { keys: placed, to: at + rest / 10 };
  });
const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from: from / 10, to: (from + length) / 10 }));
const plan = fc.record({
  spans: fc.array(span, { maxLength: 3 }),
  covers: fc.array(cover, { maxLength: 3 }),
});
/** Frames at uneven times, some of them on the tenths at which spans and keys lie. */
const times = fc
  .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0) / 20));

/** Returns where a rectangle is at a moment, by the words of its definition; null when it is nowhere. */
function placeAt({ keys, to }: DrawnCover, moment: number): Edges | null {
  const [first] = keys;
  if (!first || moment < first.at || moment >= to) return null;
  const next = keys.find(({ at }) => at > moment);
  const before = keys.findLast(({ at }) => at <= moment) ?? first;
  const way = next ? (moment - before.at) / (next.at - before.at) : 0;
  const side = (of: (key: DrawnCover['keys'][number]) => number) =>
    of(before) + way * (of(next ?? before) - of(before));
  return {
    left: side((key) => key.x),
    top: side((key) => key.y),
    right: side((key) => key.x + key.width),
    bottom: side((key) => key.y + key.height),
  };
}

const ALMOST = 1e-9;
const holds = (hidden: HiddenPart, place: Edges) =>
  hidden === 'all' ||
  hidden.some(
    ({ left, top, right, bottom }) =>
      left <= place.left + ALMOST &&
      top <= place.top + ALMOST &&
      right >= place.right - ALMOST &&
      bottom >= place.bottom - ALMOST,
  );
const partsOf = (at: readonly number[], wanted: CoverPlan) => [...hiddenParts(Float64Array.from(at), wanted)];

describe('what has to be hidden', () => {
  test('is hidden at every moment in the frame that is on screen then', () => {
    fc.assert(
      fc.property(times, plan, (at, wanted) => {
        const parts = partsOf(at, wanted);
        expect(parts).toHaveLength(at.length);
        for (let moment = 0.003; moment < 8; moment += 0.017) {
          const shown =
            parts[
              Math.max(
                0,
                at.findLastIndex((time) => time <= moment),
              )
            ] ?? [];
          if (wanted.spans.some(({ from, to }) => from <= moment && moment < to)) expect(shown).toBe('all');
          for (const one of wanted.covers) {
            const place = placeAt(one, moment);
            if (place) expect(holds(shown, place)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is what the exporter reckons in its own way: all of a frame, or rectangles with the same edges', () => {
    fc.assert(
      fc.property(times, plan, (at, wanted) => {
        const parts = partsOf(at, wanted);
        for (const [i, area] of [...coveredAreas(at, wanted)].entries()) {
          const hidden = parts[i] ?? [];
          if (area === 'all' || hidden === 'all') expect(hidden).toBe(area);
          else {
            expect(hidden).toHaveLength(area.length);
            for (const [k, { x, y, width, height }] of area.entries()) {
              const { left = NaN, top = NaN, right = NaN, bottom = NaN } = hidden[k] ?? {};
              expect(left).toBeCloseTo(x, 9);
              expect(top).toBeCloseTo(y, 9);
              expect(right).toBeCloseTo(x + width, 9);
              expect(bottom).toBeCloseTo(y + height, 9);
            }
          }
        }
      }),
    );
  });
});

test('a picture that lies on its side is as wide as it was high', () => {
  const size = { width: 640, height: 481 };
  expect([0, 90, 180, 270].map((degrees) => uprightSize(size, degrees))).toEqual([
    size,
    { width: 481, height: 640 },
    size,
    { width: 481, height: 640 },
  ]);
  expect(storedSize(size)).toEqual({ width: 640, height: 482 });
});
