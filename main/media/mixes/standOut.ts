import type { SoundLevels } from './SoundLevels';

/** Share of the frames that lie below the floor; even the most fluent speech pauses more often. */
const QUIETEST_SHARE = 0.05;
/** Lowest floor, in dB; digital silence and dither count as this loud. */
const LOWEST_FLOOR_DB = -80;
/** dB above the floor; speech that is louder is not understood any better. */
const ENOUGH_DB = 25;

/**
 * Tells by how much (dB, 0 to 25) each frame of a stretch stands out from the noise in it. The stretch should last
 * seconds, since noise that sets in must not be taken for a voice.
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
