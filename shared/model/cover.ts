import * as z from 'zod';
import { t } from '../messages/messages';

const fraction = z.number().min(0).max(1);
/** Most that the sum of two fractions may be off by rounding. */
const ROUNDING_SHARE = 1e-9;

/**
 * The rectangle of a cover from a moment (seconds) on. It is in fractions of the picture as it is seen, that is, turned
 * upright; `x` and `y` are its upper left corner.
 */
const coverKeySchema = z
  .object({
    at: z.number().min(0),
    x: fraction,
    y: fraction,
    width: fraction.gt(0),
    height: fraction.gt(0),
  })
  .strict()
  .refine(({ x, y, width, height }) => x + width <= 1 + ROUNDING_SHARE && y + height <= 1 + ROUNDING_SHARE, {
    error: () => t('the rectangle lies partly outside the picture'),
  });

const course = { keys: z.array(coverKeySchema).min(1), to: z.number().min(0) };

const inOrder = ({ keys }: Course) => keys.every(({ at }, i) => at > (keys[i - 1]?.at ?? -Infinity));
const IN_ORDER = { error: () => t('each key is later than the one before it') };
const endsLast = ({ keys, to }: Course) => to > (keys[0]?.at ?? to) && to >= (keys.at(-1)?.at ?? to);
const ENDS_LAST = { error: () => t('to is later than the first key and not earlier than the last') };

/**
 * A rectangle that hides part of the picture from its first key to `to` (seconds). Between two keys it moves evenly;
 * after the last it stays where it is.
 */
export const drawnCoverSchema = z
  .object(course)
  .strict()
  .refine(inOrder, IN_ORDER)
  .refine(endsLast, ENDS_LAST);
export type DrawnCover = z.infer<typeof drawnCoverSchema>;

export const coverSchema = z
  .object({ id: z.string().min(1), ...course })
  .refine(inOrder, IN_ORDER)
  .refine(endsLast, ENDS_LAST);
export type Cover = z.infer<typeof coverSchema>;

type Course = z.infer<z.ZodObject<typeof course>>;

/** A rectangle in fractions of the picture as it is seen. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Returns the smallest rectangle that holds a cover wherever it is between two moments (seconds, `to` exclusive). A
 * frame that is on screen for that time has to hide all of it. Null when the cover is nowhere then.
 */
export function coverDuring({ keys, to: end }: DrawnCover, from: number, to: number): Rectangle | null {
  const begin = keys[0]?.at ?? end;
  if (from >= end || to <= begin) return null;
  const [first, last] = [Math.max(from, begin), Math.min(to, end)];
  const places = [rectangleAt(keys, first), rectangleAt(keys, last)];
  // A cover moves evenly from one key to the next, so it is farthest out at a key.
  for (let i = keyAfter(keys, first); (keys[i]?.at ?? Infinity) < last; i++) places.push(placeOf(keys[i]));
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  return {
    x,
    y,
    width: Math.max(...places.map((place) => place.x + place.width)) - x,
    height: Math.max(...places.map((place) => place.y + place.height)) - y,
  };
}

type Keys = DrawnCover['keys'];

/** Seconds from a moment within which a key counts as on the same frame, for whoever draws. */
export const SAME_FRAME_SECONDS = 0.02;

/** Tells where a cover is at a moment (seconds); null when it is nowhere then. */
export function coverAt({ keys, to }: DrawnCover, at: number): Rectangle | null {
  const begin = keys[0]?.at ?? to;
  if (at < begin - SAME_FRAME_SECONDS || at > to + SAME_FRAME_SECONDS) return null;
  return rectangleAt(keys, Math.min(Math.max(at, begin), to));
}

/**
 * Returns the indices of the last key before a moment (seconds), of the key at it, if any, and of the first key after
 * it.
 */
export function keysAround(
  { keys }: DrawnCover,
  at: number,
): { before: number; here: number | null; after: number } {
  const next = keyAfter(keys, at);
  const farness = (i: number) => Math.abs((keys[i]?.at ?? Infinity) - at);
  const nearest = farness(next) < farness(next - 1) ? next : next - 1;
  return farness(nearest) <= SAME_FRAME_SECONDS
    ? { before: nearest - 1, here: nearest, after: nearest + 1 }
    : { before: next - 1, here: null, after: next };
}

/**
 * Returns the rectangle that keys lead to at a moment (seconds). Before the first key and after the last it stays where
 * it is.
 */
export function rectangleAt(keys: Keys, at: number): Rectangle {
  const next = keyAfter(keys, at);
  const [before, after] = [keys[next - 1] ?? keys[next], keys[next] ?? keys[next - 1]];
  const way = before && after && after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
  const [a, b] = [placeOf(before), placeOf(after)];
  const between = (side: keyof Rectangle) => a[side] + way * (b[side] - a[side]);
  return { x: between('x'), y: between('y'), width: between('width'), height: between('height') };
}

function placeOf(key: Rectangle | undefined): Rectangle {
  if (!key) throw new Error('a cover has no key');
  return key;
}

/**
 * Finds the index of the first key that is later than a moment. It halves the list, since a face may be followed for
 * hours.
 */
function keyAfter(keys: Keys, at: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
