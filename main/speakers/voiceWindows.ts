import { COEFFICIENTS, type VoiceFrames } from './VoiceFrames';

/** Frames of a window: two seconds are enough to tell a voice from what it says. */
const WINDOW_FRAMES = 200;
const WINDOW_HOP_FRAMES = 50;
/** Least frames of a stretch of speech; a shorter one tells nothing. */
const SHORTEST_FRAMES = 20;
/** Least pitched frames from which a window's pitch is known. */
const LEAST_PITCHED_FRAMES = 6;
/** Widest spread of the logarithm of a voice's pitch; a wider one is a mistake in finding the pitch. */
const WIDEST_PITCH_SPREAD = 0.5;

/** Numbers for a window: mean, spread and both outer quantiles of each coefficient; middle and spread of the pitch. */
export const FEATURES = 4 * COEFFICIENTS + 2;

/** Frames `from` up to `to` in which somebody speaks. */
export interface SpeechFrames {
  from: number;
  to: number;
}

/** Cuts all speech into windows, none of them across a pause, in the order of their beginnings and of their ends. */
export const voiceWindows = (speech: readonly SpeechFrames[]): SpeechFrames[] =>
  speech.flatMap(({ from, to }) => {
    if (to - from < SHORTEST_FRAMES) return [];
    const more = Math.max(0, Math.ceil((to - from - WINDOW_FRAMES) / WINDOW_HOP_FRAMES));
    return Array.from({ length: more + 1 }, (_, i) => {
      const first = Math.max(from, Math.min(from + i * WINDOW_HOP_FRAMES, to - WINDOW_FRAMES));
      return { from: first, to: Math.min(to, first + WINDOW_FRAMES) };
    });
  });

/** Measures how a window sounds: how its sounds lie around their mean, and its pitch; NaN when there is no pitch. */
export function featuresOf(frames: VoiceFrames, { from, to }: SpeechFrames): Float64Array {
  const features = new Float64Array(FEATURES);
  const count = to - from;
  const values = new Float64Array(count);
  for (let c = 0; c < COEFFICIENTS; c++) {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const value = frames.coefficient(from + i, c);
      values[i] = value;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    const spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
    values.sort();
    features[c] = mean;
    features[COEFFICIENTS + c] = Math.log(spread + 1e-3);
    features[2 * COEFFICIENTS + c] = quantile(values, 0.2) - mean;
    features[3 * COEFFICIENTS + c] = quantile(values, 0.8) - mean;
  }
  const pitched = Float64Array.from({ length: count }, (_, i) => frames.pitch(from + i))
    .filter((pitch) => pitch > 0)
    .sort();
  const known = pitched.length >= LEAST_PITCHED_FRAMES;
  features[FEATURES - 2] = known ? quantile(pitched, 0.5) : NaN;
  features[FEATURES - 1] = known ? Math.min(WIDEST_PITCH_SPREAD, spreadOf(pitched)) : NaN;
  return features;
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const one = sorted[below] ?? 0;
  return one + (at - below) * ((sorted[below + 1] ?? one) - one);
}

function spreadOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
