import type { FrameRange } from './SoundMap';

/** What of a recording is to be heard, and what of its pauses is not sent to the recogniser; both in order and apart. */
export interface SoundAndPauses {
  /** Between two of them a window may end; whatever lies between and is not skipped is sent, too. */
  sounds: FrameRange[];
  skipped: FrameRange[];
}

/** Kept before and after sound: soft beginnings and ends lie under the noise. Far below Whisper's cap of 1 s. */
export const LEAD_SECONDS = 0.2;
export const TAIL_SECONDS = 0.3;
/** Sound interrupted for less than this is not cut there: it may be the closure before a plosive. */
export const SHORTEST_PAUSE_SECONDS = 0.12;
