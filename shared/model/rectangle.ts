import type { Rectangle } from './cover';

/** A point in fractions of the picture as it is seen. */
export interface Point {
  x: number;
  y: number;
}

export type Corner = `${'top' | 'bottom'} ${'left' | 'right'}`;

/** Least width and height of a drawn rectangle, as a share of the picture. */
export const LEAST_SIDE_SHARE = 0.01;

/** Returns the rectangle between two opposite corners. The corners may lie outside the picture. */
export function rectangleBetween(a: Point, b: Point): Rectangle {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map(fraction) as [number, number];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map(fraction) as [number, number];
  return insidePicture({ x: left, y: top, width: right - left, height: bottom - top });
}

export const moveRectangle = (place: Rectangle, by: Point): Rectangle =>
  insidePicture({ ...place, x: tidy(place.x + by.x), y: tidy(place.y + by.y) });

/** Moves one corner; the opposite one stays where it is. */
export function stretchRectangle(place: Rectangle, corner: Corner, by: Point): Rectangle {
  const [x, width] = stretch(place.x, place.width, corner.endsWith('left'), by.x);
  const [y, height] = stretch(place.y, place.height, corner.startsWith('top'), by.y);
  return insidePicture({ x, y, width, height });
}

function stretch(start: number, length: number, isStart: boolean, by: number): [number, number] {
  if (!isStart) return [start, clamp(tidy(length + by), LEAST_SIDE_SHARE, 1 - start)];
  const moved = clamp(tidy(start + by), 0, start + length - LEAST_SIDE_SHARE);
  return [moved, start + length - moved];
}

/** Shifts a rectangle into the picture; one that lies in it stays as it is. */
export function insidePicture({ x, y, width, height }: Rectangle): Rectangle {
  const [w, h] = [clamp(width, LEAST_SIDE_SHARE, 1), clamp(height, LEAST_SIDE_SHARE, 1)];
  return { x: clamp(x, 0, 1 - w), y: clamp(y, 0, 1 - h), width: w, height: h };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
const fraction = (value: number): number => clamp(tidy(value), 0, 1);
/** Rounds, so that steps of a hundredth, added up, stay hundredths. */
const tidy = (value: number): number => Number(value.toFixed(6));
