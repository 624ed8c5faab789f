/** Hz of the sound that the detector hears. */
export const SAMPLE_RATE = 16_000;
/** Samples of a frame: the detector gives one score for each 32 ms. */
export const FRAME_SAMPLES = 512;
export const FRAME_SECONDS = FRAME_SAMPLES / SAMPLE_RATE;
/**
 * Frames of a piece that are scored, and frames before them that are heard first, since the detector's memory is empty
 * at the beginning. Pieces do not depend on one another: they can be scored side by side and in any order.
 */
export const PIECE_FRAMES = 960;
export const LEAD_FRAMES = 64;
export const PIECE_SAMPLES = (LEAD_FRAMES + PIECE_FRAMES) * FRAME_SAMPLES;
