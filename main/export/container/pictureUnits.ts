const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * Codecs whose pictures are copied, with the types of the units that are picture, or that decoding needs. All other
 * units are dropped on the way: SEI, metadata, filler, and the types left to anyone, in which cameras put model, place
 * and time. Other codecs are encoded again: MPEG-4 and MPEG-2 carry user data, and Motion JPEG carries whole Exif
 * blocks.
 */
const UNITS: Record<string, readonly number[]> = {
  // Slices, and sequence and picture parameter sets (ITU-T H.264, table 7-1).
  h264: [...range(1, 5), 7, 8],
  // Slices, and the three parameter sets (ITU-T H.265, table 7-1).
  hevc: [...range(0, 9), ...range(16, 21), ...range(32, 34)],
  // Sequence header, frame headers, tile groups and frames (AV1, 6.2.2).
  av1: [1, 3, 4, 6, 7],
  // A frame of VP9 is nothing but picture.
  vp9: [],
};

/** Returns the unit types to keep, none where a codec has none to tell apart; undefined if it is encoded again. */
export function pictureUnits(codec: string): readonly number[] | undefined {
  return UNITS[codec];
}
