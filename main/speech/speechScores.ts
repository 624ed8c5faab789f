/** Hz: what the detector hears. */
export const SAMPLE_RATE = 16_000;
/** Samples: the detector gives one score for each 32 ms. */
export const FRAME = 512;
export const FRAME_SECONDS = FRAME / SAMPLE_RATE;
/**
 * Frames that are scored at once, and frames in front of them that are heard first, since the detector's memory is empty
 * in the beginning. Pieces do not depend on one another: they can be scored side by side and in any order.
 */
export const PIECE = 960;
export const LEAD = 64;
export const PIECE_SAMPLES = (LEAD + PIECE) * FRAME;
