import type { Picture } from '../../../../shared/model/media';

/** In pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The size of a picture as it is seen, that is, turned upright. */
export function seenSize({ width, height, rotation }: Picture): PictureSize {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The size that is encoded: colours are stored for every second pixel and row. */
export const evenSize = ({ width, height }: PictureSize): PictureSize => ({
  width: width + (width % 2),
  height: height + (height % 2),
});
