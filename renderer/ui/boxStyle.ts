import type { CSSProperties } from 'react';
import type { Rectangle } from '../../shared/model/cover';

/** Places a rectangle in an element that is as large as the picture. */
export const boxStyle = ({ x, y, width, height }: Rectangle): CSSProperties => ({
  left: `${100 * x}%`,
  top: `${100 * y}%`,
  width: `${100 * width}%`,
  height: `${100 * height}%`,
});
