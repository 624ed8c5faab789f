/**
 * Seconds added to every time in the sealed sound. Priming samples lie before the start of the timeline, and ffmpeg
 * moves a whole output so that its first time is not negative. With this offset no time is ever negative.
 */
export const SEALED_OFFSET_SECONDS = 10;
