import { symmetricEigen } from './symmetricEigen';
import type { VoiceFrames } from './VoiceFrames';
import { FEATURES, featuresOf, type SpeechFrames } from './voiceWindows';

/** Frames between windows that follow one another; with fewer between them they are mostly of one voice. */
const NEIGHBOUR_FRAMES = 30;
/** Pairs of neighbours; no more than these tell nothing. */
const LEAST_NEIGHBOURS = 10;
/** Share of a feature's variance that counts as variance within one voice, whatever neighbours tell. */
const EVEN_SHARE = 0.3;
/** Number of directions in which voices are compared. */
const DIMENSIONS = 12;

/**
 * Places windows so that differences within one voice count little and differences between voices count much. It
 * whitens the features by the differences of neighbouring windows, which mostly are of one voice, and keeps the
 * directions in which windows then differ most (principal components).
 * @returns a place for each window, around the origin.
 */
export function separateVoices(frames: VoiceFrames, windows: readonly SpeechFrames[]): Float64Array[] {
  const scaled = scale(windows.map((window) => featuresOf(frames, window)));
  const within = covariance(differences(windows, scaled), FEATURES, 0.5);
  for (let i = 0; i < FEATURES; i++) within[i * FEATURES + i] = (within[i * FEATURES + i] ?? 0) + EVEN_SHARE;
  const { values, vectors } = symmetricEigen(within, FEATURES);
  const white = vectors.map((vector, i) => vector.map((entry) => entry / Math.sqrt(values[i] ?? 1)));
  const whitened = scaled.map((row) => project(row, white));
  const weights = windows.map(({ from, to }) => to - from);
  const middle = weightedMean(whitened, weights);
  const centred = whitened.map((row) => row.map((value, i) => value - (middle[i] ?? 0)));
  const main = symmetricEigen(covariance(centred, FEATURES, 1), FEATURES).vectors.slice(0, DIMENSIONS);
  return centred.map((row) => project(row, main));
}

/** Scales each feature to a mean of 0 and a spread of 1; a window that has none gets the middle one. */
function scale(rows: Float64Array[]): Float64Array[] {
  for (let f = 0; f < FEATURES; f++) {
    const known = rows.map((row) => row[f] ?? NaN).filter((value) => !Number.isNaN(value));
    const middle = known.toSorted((a, b) => a - b)[Math.floor(known.length / 2)] ?? 0;
    for (const row of rows) if (Number.isNaN(row[f])) row[f] = middle;
    const mean = rows.reduce((sum, row) => sum + (row[f] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[f] ?? 0) - mean) ** 2, 0) / rows.length;
    for (const row of rows) row[f] = ((row[f] ?? 0) - mean) / (Math.sqrt(variance) + 1e-6);
  }
  return rows;
}

function differences(windows: readonly SpeechFrames[], rows: readonly Float64Array[]): Float64Array[] {
  const found = windows.slice(1).flatMap(({ from }, i) => {
    const [one, other] = [rows[i], rows[i + 1]];
    if (!one || !other || from >= (windows[i]?.to ?? 0) + NEIGHBOUR_FRAMES) return [];
    return [other.map((value, f) => value - (one[f] ?? 0))];
  });
  return found.length > LEAST_NEIGHBOURS ? found : [];
}

/** Returns the covariance around the mean, times `share`; zeros when there are no rows. */
function covariance(rows: readonly Float64Array[], size: number, share: number): Float64Array {
  const sum = new Float64Array(size * size);
  if (rows.length === 0) return sum;
  const mean = weightedMean(
    rows,
    rows.map(() => 1),
  );
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      const one = (row[i] ?? 0) - (mean[i] ?? 0);
      for (let j = 0; j <= i; j++)
        sum[i * size + j] = (sum[i * size + j] ?? 0) + one * ((row[j] ?? 0) - (mean[j] ?? 0));
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = ((sum[i * size + j] ?? 0) * share) / rows.length;
      sum[i * size + j] = value;
      sum[j * size + i] = value;
    }
  }
  return sum;
}

export function weightedMean(rows: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  let total = 0;
  for (const [i, row] of rows.entries()) {
    const weight = weights[i] ?? 0;
    total += weight;
    for (let f = 0; f < mean.length; f++) mean[f] = (mean[f] ?? 0) + weight * (row[f] ?? 0);
  }
  return mean.map((value) => value / (total || 1));
}

const project = (row: Float64Array, directions: readonly Float64Array[]): Float64Array =>
  Float64Array.from(directions, (direction) => {
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (direction[i] ?? 0);
    return sum;
  });
