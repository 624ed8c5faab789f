import type { Picture } from '../../../../shared/model/media';

/** The size of a picture in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Returns the size of a picture as it is seen, that is, turned upright. */
export function seenSize({ width, height, rotation }: Picture): PictureSize {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Returns the size that is encoded, which is even: colours are stored for every second pixel and row. */
export const evenSize = ({ width, height }: PictureSize): PictureSize => ({
  width: width + (width % 2),
  height: height + (height % 2),
});
