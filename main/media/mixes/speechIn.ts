import { FRAME_SECONDS, type SoundLevels } from './SoundLevels';

export interface SpeechFound {
  /** Seconds of speech. */
  seconds: number;
  /** Loudness of the speech, in dB of full scale. */
  db: number;
}

/** Frames of a window: a second, which is long enough for several syllables. */
const WINDOW_FRAMES = 50;
/** Frames from one window to the next: half a window, so that no syllable is lost at an edge. */
const HOP_FRAMES = 25;
/** Frames over which levels are averaged. The two averages differ by changes of about 2 to 8 Hz, as syllables make. */
const FAST_FRAMES = 3;
const SLOW_FRAMES = 25;
/** dB by which a voice rises and falls with its syllables. Hiss changes by 0.5, hum by less. */
const MODULATION_DB = 3;
/** dB above the quietest twentieth from which a frame counts as loud. */
const ABOVE_FLOOR_DB = 10;
/** Share of a window that must be so loud; less is a click. */
const SOUNDING_SHARE = 0.2;
const QUIETEST_SHARE = 0.05;
/** Lowest floor, in dB; digital silence counts as this loud. */
const LOWEST_FLOOR_DB = -80;

/**
 * Measures for how long and how loudly someone may be speaking. Speech differs from hiss, hum and silence by how its
 * loudness changes: syllables come 2 to 8 times a second (the modulation spectrum of speech; Houtgast and Steeneken,
 * 1985). Music may be taken for speech.
 */
export function speechIn(levels: SoundLevels): SpeechFound {
  const all = Float64Array.from({ length: levels.length }, (_, i) => levels.db(i));
  const floor = Math.max(
    LOWEST_FLOOR_DB,
    all.slice().sort()[Math.floor(all.length * QUIETEST_SHARE)] ?? LOWEST_FLOOR_DB,
  );
  const clear = all.map((db) => Math.max(floor, db));
  const [fast, slow] = [averaged(clear, FAST_FRAMES), averaged(clear, SLOW_FRAMES)];
  let frames = 0;
  let power = 0;
  for (let from = 0; from < all.length; from += HOP_FRAMES) {
    const to = Math.min(all.length, from + WINDOW_FRAMES);
    let changes = 0;
    let sounding = 0;
    for (let i = from; i < to; i++) {
      changes += ((fast[i] ?? 0) - (slow[i] ?? 0)) ** 2;
      if ((clear[i] ?? 0) > floor + ABOVE_FLOOR_DB) sounding++;
    }
    if (Math.sqrt(changes / (to - from)) < MODULATION_DB || sounding < SOUNDING_SHARE * (to - from)) continue;
    const end = Math.min(to, from + HOP_FRAMES);
    frames += end - from;
    for (let i = from; i < end; i++) power += 10 ** ((clear[i] ?? 0) / 10);
  }
  return { seconds: frames * FRAME_SECONDS, db: frames > 0 ? 10 * Math.log10(power / frames) : -Infinity };
}

/** Replaces each value by the mean of it and those around it. */
function averaged(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) sums[i + 1] = (sums[i] ?? 0) + value;
  return values.map((_, i) => {
    const from = Math.max(0, i - (width >> 1));
    const to = Math.min(values.length, i + (width >> 1) + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}
