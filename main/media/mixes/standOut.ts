import type { SoundLevels } from './SoundLevels';

/** The floor is what the quietest twentieth of the frames lies under: the most fluent speech pauses more often. */
const QUIETEST_SHARE = 0.05;
/** dB; digital silence and dither are no better a floor than this. */
const LOWEST_FLOOR_DB = -80;
/** dB above the floor beyond which speech is not understood any better. */
const ENOUGH_DB = 25;

/**
 * Tells by how much (dB, 0 to 25) each frame between two of them stands out from the noise there: seconds of it, since
 * noise that sets in must not be taken for a voice.
 * @param from @param to frames.
 */
export function standOut(levels: SoundLevels, from: number, to: number): Float32Array {
  const floor = floorOf(levels, from, to);
  return Float32Array.from({ length: to - from }, (_, i) =>
    Math.max(0, Math.min(ENOUGH_DB, levels.db(from + i) - floor)),
  );
}

function floorOf(levels: SoundLevels, from: number, to: number): number {
  const sorted = Float32Array.from({ length: to - from }, (_, i) => levels.db(from + i)).sort();
  return Math.max(LOWEST_FLOOR_DB, sorted[Math.floor(sorted.length * QUIETEST_SHARE)] ?? LOWEST_FLOOR_DB);
}
