import { SAMPLE_RATE } from '../../media/mixes/SoundLevels';

/** Least seconds of a window; whisper.cpp does not take a shorter one. */
const SHORTEST_WINDOW_SECONDS = 1.5;

/** Adds silence after samples that are too few to be heard. */
export function longEnough(samples: Float32Array): Float32Array {
  const shortest = SHORTEST_WINDOW_SECONDS * SAMPLE_RATE;
  if (samples.length >= shortest) return samples;
  const padded = new Float32Array(shortest);
  padded.set(samples);
  return padded;
}
