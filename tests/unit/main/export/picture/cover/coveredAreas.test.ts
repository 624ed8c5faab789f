import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredAreas } from '../../../../../../main/export/picture/cover/coveredAreas';
import { CoverSheet } from '../../../../../../main/export/picture/cover/CoverSheet';
import {
  coverDuring,
  drawnCoverSchema,
  type DrawnCover,
  type Rectangle,
} from '../../../../../../shared/model/cover';

const rectangle = fc
  .record({
    x: fc.double({ min: 0, max: 0.9, noNaN: true }),
    y: fc.double({ min: 0, max: 0.9, noNaN: true }),
    width: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
    height: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
  })
  .map((it): Rectangle => it);
const cover = fc
  .tuple(
    fc.array(fc.tuple(fc.double({ min: 0.01, max: 2, noNaN: true }), rectangle), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.double({ min: 0.01, max: 2, noNaN: true }),
  )
  .map(([keys, rest]): DrawnCover => {
    let at = 0;
    const placed = keys.map(([step, place]) => ({ at: (at += step), ...place }));
    return { keys: placed, to: at + rest };
  });

/** Returns where a cover is at a moment, by the words of its definition. */
function placeAt({ keys }: DrawnCover, at: number): Rectangle {
  const after = keys.findIndex((key) => key.at >= at);
  const [a, b] = [keys[Math.max(0, after - 1)], keys[after]];
  const last = keys.at(-1);
  if (!a || !last) throw new Error('a cover without keys');
  if (!b) return last;
  const way = b.at === a.at ? 1 : (at - a.at) / (b.at - a.at);
  const mix = (side: keyof Rectangle) => (1 - way) * a[side] + way * b[side];
  return { x: mix('x'), y: mix('y'), width: mix('width'), height: mix('height') };
}

const holds = (outer: Rectangle, inner: Rectangle) =>
  outer.x <= inner.x + 1e-9 &&
  outer.y <= inner.y + 1e-9 &&
  outer.x + outer.width >= inner.x + inner.width - 1e-9 &&
  outer.y + outer.height >= inner.y + inner.height - 1e-9;

describe('a cover', () => {
  test('hides, for any stretch of time, all places at which it is then', () => {
    const moment = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(cover, moment, moment, moment, (drawn, a, b, between) => {
        const begin = drawn.keys[0]?.at ?? 0;
        const time = (part: number) => begin + part * (drawn.to - begin);
        const [from, to] = [time(Math.min(a, b)), time(Math.max(a, b)) + 1e-6];
        fc.pre(from < drawn.to);
        const hull = coverDuring(drawn, from, to);
        const at = Math.min(drawn.to, from + between * (to - from));
        return hull !== null && holds(hull, placeAt(drawn, at));
      }),
      { numRuns: 500 },
    );
  });

  test('is nowhere before its first key and from its end on', () => {
    const drawn = { keys: [{ at: 1, x: 0, y: 0, width: 0.5, height: 0.5 }], to: 2 };
    expect(coverDuring(drawn, 0, 1)).toBeNull();
    expect(coverDuring(drawn, 2, 3)).toBeNull();
    expect(coverDuring(drawn, 0, 1.001)).not.toBeNull();
    expect(coverDuring(drawn, 1.999, 3)).not.toBeNull();
    expect(coverDuring(drawn, -Infinity, Infinity)).toEqual({ x: 0, y: 0, width: 0.5, height: 0.5 });
  });

  test.each([
    ['no key', { keys: [], to: 1 }],
    ['an end before its begin', { keys: [{ at: 1, x: 0, y: 0, width: 1, height: 1 }], to: 1 }],
    ['no area', { keys: [{ at: 0, x: 0, y: 0, width: 0, height: 1 }], to: 1 }],
    ['a part outside the picture', { keys: [{ at: 0, x: 0.6, y: 0, width: 0.5, height: 1 }], to: 1 }],
    ['pixels for fractions', { keys: [{ at: 0, x: 100, y: 50, width: 200, height: 100 }], to: 1 }],
    [
      'keys out of order',
      {
        keys: [2, 1].map((at) => ({ at, x: 0, y: 0, width: 1, height: 1 })),
        to: 3,
      },
    ],
    ['a key after its end', { keys: [0, 4].map((at) => ({ at, x: 0, y: 0, width: 1, height: 1 })), to: 3 }],
    ['an unknown field', { keys: [{ at: 0, x: 0, y: 0, width: 1, height: 1, blur: true }], to: 1 }],
  ])('with %s is refused', (_name, drawn) => {
    expect(drawnCoverSchema.safeParse(drawn).success).toBe(false);
  });
});

describe('a frame is covered', () => {
  const times = [0.5, 0.6, 0.8, 1.3];
  const coveredBy = (from: number, to: number) =>
    [...coveredAreas(times, { spans: [{ from, to }], covers: [] })].map((area) => area === 'all');

  test.each([
    ['within it', 0.65, 0.7, [false, true, false, false]],
    ['in two of them', 0.75, 0.85, [false, true, true, false]],
    ['from the very end of a frame', 0.799, 0.8, [false, true, false, false]],
    ['from the very start of a frame', 0.8, 0.801, [false, false, true, false]],
    ['before the first frame, which players then show', 0, 0.1, [true, false, false, false]],
    ['after the last frame, which players then still show', 100, 101, [false, false, false, true]],
  ])('while it is on screen: a span %s', (_name, from, to, expected) => {
    expect(coveredBy(from, to)).toEqual(expected);
  });

  test('for spans in any order, and by rectangles in between', () => {
    const spans = [
      { from: 0.7, to: 0.75 },
      { from: 0.1, to: 0.2 },
    ];
    const covers = [{ keys: [{ at: 0.85, x: 0, y: 0, width: 0.5, height: 0.5 }], to: 0.9 }];
    const areas = [...coveredAreas(times, { spans, covers })];
    expect(areas.map((area) => (area === 'all' ? area : area.length))).toEqual(['all', 'all', 1, 0]);
  });
});

test('a sheet hides every pixel of a rectangle and at least eight round it, in whole blocks', () => {
  fc.assert(
    fc.property(
      rectangle,
      fc.integer({ min: 17, max: 300 }),
      fc.integer({ min: 17, max: 300 }),
      (it, w, h) => {
        const sheet = new CoverSheet({ width: w, height: h });
        sheet.show([it]);
        for (let y = 0; y < h; y++) {
          for (let x = 0; x < w; x++) {
            const near =
              x + 1 > it.x * w - 8 &&
              x < (it.x + it.width) * w + 8 &&
              y + 1 > it.y * h - 8 &&
              y < (it.y + it.height) * h + 8;
            const block = sheet.blocks[Math.floor(y / 16) * sheet.columns + Math.floor(x / 16)];
            if (near && block !== 255) return false;
          }
        }
        return true;
      },
    ),
    { numRuns: 50 },
  );
});
