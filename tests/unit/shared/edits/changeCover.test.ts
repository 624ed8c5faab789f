import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { changeCover, type CoverChange } from '../../../../shared/edits/changeCover';
import {
  SAME_FRAME_SECONDS,
  coverAt,
  coverDuring,
  coverSchema,
  keysAround,
  type Cover,
  type Rectangle,
} from '../../../../shared/model/cover';
import {
  insidePicture,
  moveRectangle,
  rectangleBetween,
  stretchRectangle,
  type Corner,
} from '../../../../shared/model/rectangle';

const DURATION = 60;
const sound = { codec: 'aac', sampleRate: 48_000, channels: 1, layout: 'mono', bitDepth: null, float: true };
const picture = {
  ...{ codec: 'h264', width: 640, height: 360, rotation: 0, start: 0, frameRate: 25, frames: 1500 },
};
const interview: ProjectDocument = {
  ...emptyDocument(),
  media: { duration: DURATION, picture, tracks: [sound], track: 0 },
};
const withCover = (cover: Cover): ProjectDocument => ({ ...interview, covers: [cover] });

/** Returns the cover after a change; null where there is none. */
function after(cover: Cover, change: CoverChange): Cover | null {
  const command = changeCover(withCover(cover), cover.id, change);
  if (!command) return null;
  const before = withCover(cover);
  const { document, inverse } = applyCommand(before, command);
  expect(applyCommand(document, inverse).document).toEqual(before);
  return document.covers[0] ?? null;
}
const key = (at: number, x: number) => ({ at, x, y: 0.1, width: 0.2, height: 0.3 });
const cover = (to: number, ...keys: Cover['keys']): Cover => ({ id: 'c1', keys, to });
const times = (one: Cover | null) => one?.keys.map(({ at }) => at);

const part = fc.double({ min: 0, max: 1, noNaN: true });
const anyPlace = fc
  .record({ x: part, y: part, width: part, height: part })
  .map((place) => insidePicture(place));
const anyTime = fc.double({ min: -1, max: DURATION + 1, noNaN: true });
const anyCover = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5000 }), anyPlace), {
    minLength: 1,
    maxLength: 6,
    selector: ([at]) => at,
  })
  .chain((keys) => fc.tuple(fc.constant(keys), fc.integer({ min: 5001, max: 6500 })))
  .map(([keys, to]): Cover =>
    cover(to / 100, ...keys.toSorted(([a], [b]) => a - b).map(([at, place]) => ({ at: at / 100, ...place }))),
  );
const anyChange: fc.Arbitrary<CoverChange> = fc.oneof(
  fc.record({ what: fc.constant('place' as const), at: anyTime, place: anyPlace }),
  fc.record({ what: fc.constantFrom('begin' as const, 'end' as const, 'forget' as const), at: anyTime }),
);
const holds = (outer: Rectangle | null, inner: Rectangle) =>
  outer !== null &&
  outer.x <= inner.x + 1e-9 &&
  outer.y <= inner.y + 1e-9 &&
  outer.x + outer.width >= inner.x + inner.width - 1e-9 &&
  outer.y + outer.height >= inner.y + inner.height - 1e-9;

describe('changing a cover', () => {
  test('never makes one that is not valid', () => {
    fc.assert(
      fc.property(anyCover, fc.array(anyChange, { maxLength: 8 }), (drawn, changes) => {
        let current = drawn;
        for (const change of changes) current = after(current, change) ?? current;
        expect(coverSchema.safeParse(current).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('puts it where it was placed, and hides that place then', () => {
    fc.assert(
      fc.property(anyCover, anyTime, anyPlace, (drawn, at, place) => {
        fc.pre(coverAt(drawn, at) !== null);
        const changed = after(drawn, { what: 'place', at, place }) ?? drawn;
        const farness = (one: { at: number }) => Math.abs(one.at - at);
        const [put] = changed.keys.toSorted((a, b) => farness(a) - farness(b));
        expect(Math.abs((put?.at ?? Infinity) - at)).toBeLessThanOrEqual(SAME_FRAME_SECONDS + 1e-9);
        const moment = Math.min(put?.at ?? 0, changed.to - 1e-6);
        return (
          holds(coverDuring(changed, moment, (put?.at ?? 0) + 1e-6), place) &&
          changed.to === drawn.to &&
          changed.keys[0]?.at === drawn.keys[0]?.at
        );
      }),
      { numRuns: 500 },
    );
  });

  test('from when or until when leaves it where it was in between', () => {
    fc.assert(
      fc.property(anyCover, anyTime, anyTime, part, (drawn, begin, end, between) => {
        const begun = after(drawn, { what: 'begin', at: begin }) ?? drawn;
        const changed = after(begun, { what: 'end', at: end }) ?? begun;
        const [first, last] = [
          Math.max(drawn.keys[0]?.at ?? 0, changed.keys[0]?.at ?? 0),
          Math.min(drawn.to, changed.to),
        ];
        fc.pre(first < last);
        const at = first + between * (last - first);
        const [a, b] = [coverAt(drawn, at), coverAt(changed, at)];
        return a !== null && b !== null && holds(a, b) && holds(b, a);
      }),
      { numRuns: 500 },
    );
  });

  test('at another time adds a key, at the same time replaces it', () => {
    const moved = after(cover(60, key(1, 0.1)), { what: 'place', at: 5, place: key(5, 0.5) });
    expect(moved).toEqual(cover(60, key(1, 0.1), key(5, 0.5)));
    const again = moved && after(moved, { what: 'place', at: 5.01, place: key(5, 0.6) });
    expect(again).toEqual(cover(60, key(1, 0.1), key(5, 0.6)));
    expect(again && after(again, { what: 'place', at: 5, place: key(5, 0.6) })).toBeNull();
    expect(again && after(again, { what: 'place', at: 0.5, place: key(5, 0.6) })).toBeNull();
  });

  test('to begin and to end elsewhere keeps no key outside', () => {
    const moving = cover(30, key(10, 0), key(20, 0.5), key(25, 0.6));
    expect(times(after(moving, { what: 'begin', at: 4 }))).toEqual([4, 10, 20, 25]);
    expect(after(moving, { what: 'begin', at: 15 })?.keys[0]).toEqual(key(15, 0.25));
    expect(times(after(moving, { what: 'begin', at: 22 }))).toEqual([22, 25]);
    expect(times(after(moving, { what: 'end', at: 22 }))).toEqual([10, 20, 22]);
    expect(after(moving, { what: 'end', at: 28 })).toEqual({ ...moving, to: 28 });
    expect(after(moving, { what: 'end', at: 59.95 })?.to).toBe(DURATION);
    expect(times(after(cover(30, key(10, 0)), { what: 'begin', at: 4 }))).toEqual([4]);
  });

  test.each([
    ['begin at its end', { what: 'begin', at: 30 }],
    ['begin where it does', { what: 'begin', at: 10.000001 }],
    ['end before it begins', { what: 'end', at: 9 }],
    ['end where it does', { what: 'end', at: 29.999999 }],
    ['forget its first key', { what: 'forget', at: 10 }],
    ['forget a key that is not there', { what: 'forget', at: 15 }],
  ] as const)('does nothing when it is to %s', (_name, change) => {
    expect(after(cover(30, key(10, 0), key(20, 0.5)), change)).toBeNull();
  });

  test('forgets a key, and lasts as long', () => {
    const left = after(cover(30, key(10, 0), key(20, 0.5)), { what: 'forget', at: 20 });
    expect(left).toEqual(cover(30, key(10, 0)));
    expect(changeCover(interview, 'c9', { what: 'forget', at: 20 })).toBeNull();
  });
});

test('the keys around a moment are those before, at and after it', () => {
  const moving = cover(30, key(10, 0), key(20, 0.5));
  expect(keysAround(moving, 5)).toEqual({ before: -1, here: null, after: 0 });
  expect(keysAround(moving, 9.99)).toEqual({ before: -1, here: 0, after: 1 });
  expect(keysAround(moving, 15)).toEqual({ before: 0, here: null, after: 1 });
  expect(keysAround(moving, 20.01)).toEqual({ before: 0, here: 1, after: 2 });
  expect(keysAround(moving, 25)).toEqual({ before: 1, here: null, after: 2 });
});

describe('a rectangle', () => {
  const inside = ({ x, y, width, height }: Rectangle) =>
    x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9;
  const far = fc.double({ min: -2, max: 2, noNaN: true });
  const point = fc.record({ x: far, y: far });
  const corner = fc.constantFrom<Corner>('top left', 'top right', 'bottom left', 'bottom right');

  test('never leaves the picture, however it is drawn, moved or stretched', () => {
    fc.assert(
      fc.property(point, point, point, corner, (a, b, by, which) => {
        const drawn = rectangleBetween(a, b);
        const moved = moveRectangle(drawn, by);
        return (
          [drawn, moved, stretchRectangle(drawn, which, by)].every(inside) &&
          moved.width === drawn.width &&
          moved.height === drawn.height
        );
      }),
    );
  });

  test('is stretched away from the corner that stays', () => {
    const place = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
    const by = { x: 0.1, y: -0.1 };
    const close = (stretched: Rectangle, [x, y, width, height]: number[]) =>
      [stretched.x - (x ?? 0), stretched.y - (y ?? 0), stretched.width - (width ?? 0)]
        .concat(stretched.height - (height ?? 0))
        .forEach((difference) => expect(difference).toBeCloseTo(0, 9));
    close(stretchRectangle(place, 'bottom right', by), [0.2, 0.2, 0.5, 0.3]);
    close(stretchRectangle(place, 'top left', by), [0.3, 0.1, 0.3, 0.5]);
    close(stretchRectangle(place, 'top right', { x: -9, y: 9 }), [0.2, 0.59, 0.01, 0.01]);
  });
});
