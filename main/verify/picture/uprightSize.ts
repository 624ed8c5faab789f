/** In pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * Returns the size of a picture that is turned upright: the corner opposite the origin is turned with it.
 * @param degrees a multiple of 90.
 */
export function uprightSize({ width, height }: PictureSize, degrees: number): PictureSize {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
  return {
    width: Math.abs(width * cos - height * sin),
    height: Math.abs(width * sin + height * cos),
  };
}

/** Returns the size in which a picture is stored if its colours are stored for every second pixel and row. */
export const storedSize = ({ width, height }: PictureSize): PictureSize => ({
  width: 2 * Math.ceil(width / 2),
  height: 2 * Math.ceil(height / 2),
});
