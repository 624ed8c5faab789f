/**
 * Seconds that every time in the sealed sound is late. Priming samples lie before the start of the timeline, and
 * ffmpeg moves a whole output so that its first time is not negative: with an offset none ever is.
 */
export const SEALED_OFFSET_SECONDS = 10;
