import { toFrames } from './frameTimes';
import { LEAD_SECONDS, SHORTEST_PAUSE_SECONDS, TAIL_SECONDS, type SoundAndPauses } from './SoundAndPauses';
import type { FrameRange, SoundMap } from './SoundMap';

/** Seconds; a longer pause is shortened to `TAIL_SECONDS` and `LEAD_SECONDS`. */
const LONG_PAUSE_SECONDS = 1;
/** Least seconds of sound; anything shorter that stands alone is a click. */
const SHORTEST_SOUND_SECONDS = 0.06;

/**
 * Takes for sound what stands out from the noise, and does not send long pauses. Transcriptions of earlier versions
 * were begun this way, and go on this way. It also serves where nothing is left out: where known words are heard again.
 */
export function pausesByLoudness(map: SoundMap): SoundAndPauses {
  const sounds = soundsOf(map);
  const skipped: FrameRange[] = [];
  for (let i = 0; i <= sounds.length; i++) {
    const [before, after] = [sounds[i - 1], sounds[i]];
    const [end, next] = [before?.to ?? 0, after?.from ?? map.length];
    if (next - end <= toFrames(LONG_PAUSE_SECONDS)) continue;
    skipped.push({
      from: before ? end + toFrames(TAIL_SECONDS) : 0,
      to: after ? next - toFrames(LEAD_SECONDS) : map.length,
    });
  }
  return { sounds, skipped };
}

/** Finds the sounds that stand out from the noise, except lone clicks. */
export const soundsOf = (map: SoundMap): FrameRange[] =>
  map
    .stretches(SHORTEST_PAUSE_SECONDS)
    .filter(({ from, to }) => to - from >= toFrames(SHORTEST_SOUND_SECONDS));
