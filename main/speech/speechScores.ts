/** Hz: what the detector hears. */
export const SAMPLE_RATE = 16_000;
/** Samples: the detector gives one score for each 32 ms. */
export const FRAME_SAMPLES = 512;
export const FRAME_SECONDS = FRAME_SAMPLES / SAMPLE_RATE;
/**
 * Frames that are scored at once, and frames in front of them that are heard first, since the detector's memory is empty
 * in the beginning. Pieces do not depend on one another: they can be scored side by side and in any order.
 */
export const PIECE_FRAMES = 960;
export const LEAD_FRAMES = 64;
export const PIECE_SAMPLES = (LEAD_FRAMES + PIECE_FRAMES) * FRAME_SAMPLES;
