import { createHash } from 'node:crypto';

/** Returns a source of numbers in [0, 1) that nobody can foretell without the seed: hashes of it and a counter. */
export function draws(seed: string): () => number {
  let block = Buffer.alloc(0);
  let at = 0;
  let counter = 0;
  return () => {
    if (at === block.length) {
      block = createHash('sha512').update(`${seed} ${counter++}`).digest();
      at = 0;
    }
    const value = block.readUInt32LE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}

/** Hz; such a wandering is felt within a sentence, and not within a sound. */
const SLOWEST_HZ = 0.1;
const FASTEST_HZ = 0.7;
const WAVE_COUNT = 5;

/**
 * Returns a curve over time (seconds) between −1 and 1 that does not repeat within any interview: five waves added up.
 */
export function drift(next: () => number): (seconds: number) => number {
  const waves = Array.from({ length: WAVE_COUNT }, () => ({
    speed: 2 * Math.PI * (SLOWEST_HZ + (FASTEST_HZ - SLOWEST_HZ) * next()),
    phase: 2 * Math.PI * next(),
  }));
  return (seconds) =>
    waves.reduce((sum, { speed, phase }) => sum + Math.sin(speed * seconds + phase), 0) / WAVE_COUNT;
}
