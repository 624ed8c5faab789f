import type { FrameRange } from './SoundMap';

/** The sounds of a recording, and the parts of its pauses that are not sent; both in order, without overlap. */
export interface SoundAndPauses {
  /** A window may end between two of them; whatever lies between and is not skipped is sent too. */
  sounds: FrameRange[];
  skipped: FrameRange[];
}

/**
 * Seconds kept before and after sound: soft beginnings and ends lie under the noise. Far below Whisper's cap of 1 s.
 */
export const LEAD_SECONDS = 0.2;
export const TAIL_SECONDS = 0.3;
/** Seconds of the shortest pause; a shorter one is not cut, since it may be the closure before a plosive. */
export const SHORTEST_PAUSE_SECONDS = 0.12;
