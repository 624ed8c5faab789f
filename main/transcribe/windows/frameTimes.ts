import { FRAME_SECONDS } from '../../media/mixes/SoundLevels';

export const toFrames = (seconds: number): number => Math.round(seconds / FRAME_SECONDS);

/** Converts frames to seconds, in whole milliseconds: a frame is 20 of them. */
export const toSeconds = (frame: number): number => Math.round(frame * FRAME_SECONDS * 1000) / 1000;
