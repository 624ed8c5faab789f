import { SAMPLE_RATE } from '../../media/mixes/SoundLevels';

/** Seconds; what is shorter whisper.cpp does not take. */
const SHORTEST_WINDOW_SECONDS = 1.5;

/** Samples with silence behind them where they are too few to be heard. */
export function longEnough(samples: Float32Array): Float32Array {
  const shortest = SHORTEST_WINDOW_SECONDS * SAMPLE_RATE;
  if (samples.length >= shortest) return samples;
  const padded = new Float32Array(shortest);
  padded.set(samples);
  return padded;
}
