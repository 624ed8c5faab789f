import { inverseFft, realSpectrum, type Spectrum } from './fft';

/** Hz to which sound is reduced for this; speech is intelligible below half of it. */
const RATE_HZ = 16_000;
/** Hz; below it there is no speech, but hum that goes on across the edges of a span. */
const LOWEST_HZ = 80;
/**
 * RMS (−80 dBFS) of sound that counts as nothing. It is far below the noise of any room, so no word can be heard in it.
 * Without it the last bit of a codec's silence would be examined like a sound.
 */
const NOTHING_RMS = 10 ** (-80 / 20);
/** Bins on each side over which a spectrum is smoothed. */
const SMOOTHING_BINS = 12;
/** The part of the samples under a Hann window that counts in the product of two windowed sounds. */
const COUNTING_PART = 18 / 35;

/** Spectra of the mask, and of sources from which it was taken out, by the samples that they are of. */
export type KnownSpectra = Map<Float32Array, Spectrum>;

/**
 * Measures how clearly one of several sources can be heard in what is left of a masked stretch without the mask.
 *
 * Whatever correlates with the mask is taken out of all sounds, since a codec's error correlates with it. The spectrum
 * of the residual is flattened, so that whatever a codec adds is noise of equal strength everywhere. Then the residual
 * is compared with each source, forwards and backwards, at every shift (a generalised cross-correlation, Knapp and
 * Carter 1976). Edges count less: there a codec mixes in sound from outside, and music outside is like music inside.
 * @param residual samples of the export without the mask, at `rate` Hz.
 * @param sources samples of the recording at the same place, equally many each.
 * @param mask samples of the mask, equally many.
 * @param known what other calls with the same mask have made; spectra that this call makes are added.
 * @returns the strongest correlation in standard deviations of chance: for honest residuals it does not grow with their
 * length, for traces it grows with the square root of it.
 */
export function traceOfSource(
  residual: Float32Array,
  sources: readonly Float32Array[],
  mask: Float32Array,
  rate: number,
  known: KnownSpectra = new Map(),
): number {
  const factor = Math.max(1, Math.floor(rate / RATE_HZ));
  const length = Math.floor(residual.length / factor);
  const size = 2 ** Math.ceil(Math.log2(2 * Math.max(1, length)));
  const hann = hannWindow(length);
  const spectrumOf = (samples: Float32Array) => realSpectrum(windowed(samples, factor, hann), size);
  const M = known.get(mask) ?? spectrumOf(mask);
  known.set(mask, M);
  const R = spectrumOf(residual);
  removeShared(R, M);
  const nothing = NOTHING_RMS ** 2 * length;
  const weight = flattening(R, nothing);
  weight.fill(0, 0, Math.ceil((LOWEST_HZ * size * factor) / rate));
  const energyR = sumOf(powers(R), weight) + nothing * sumOf(weight);

  let strongest = 0;
  for (const source of sources) {
    let X = known.get(source);
    if (!X) {
      X = spectrumOf(source);
      removeShared(X, M);
      known.set(source, X);
    }
    const energyX = sumOf(powers(X), weight);
    if (energyR === 0 || energyX === 0) continue;
    strongest = Math.max(strongest, strongestShift(R, X, weight, size) / Math.sqrt(energyR * energyX));
  }
  return strongest * Math.sqrt(length * COUNTING_PART);
}

const emptySpectrum = (bins: number): Spectrum => ({
  re: new Float64Array(bins),
  im: new Float64Array(bins),
});

/**
 * Returns the greatest correlation at any shift. With the spectrum of the source itself instead of its conjugate, it is
 * the correlation with the source played backwards. Both correlations are real, so one transform gives both.
 */
function strongestShift(R: Spectrum, X: Spectrum, weight: Float64Array, size: number): number {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let k = 0; k < weight.length; k++) {
    const w = weight[k] ?? 0;
    const [a, b] = [R.re[k] ?? 0, R.im[k] ?? 0];
    const [c, d] = [X.re[k] ?? 0, X.im[k] ?? 0];
    const [forwardRe, forwardIm] = [w * (a * c + b * d), w * (b * c - a * d)];
    const [backwardRe, backwardIm] = [w * (a * c - b * d), w * (b * c + a * d)];
    const mirrored = (size - k) % size;
    re[mirrored] = forwardRe + backwardIm;
    im[mirrored] = backwardRe - forwardIm;
    re[k] = forwardRe - backwardIm;
    im[k] = backwardRe + forwardIm;
  }
  inverseFft(re, im);
  let most = 0;
  for (let i = 0; i < size; i++) most = Math.max(most, Math.abs(re[i] ?? 0), Math.abs(im[i] ?? 0));
  return size * most;
}

/** Takes `B` out of `A`, even if it is amplified and shifted differently from band to band. */
function removeShared(A: Spectrum, B: Spectrum): void {
  const bins = A.re.length;
  const cross = emptySpectrum(bins);
  for (let k = 0; k < bins; k++) {
    const [a, b] = [A.re[k] ?? 0, A.im[k] ?? 0];
    const [c, d] = [B.re[k] ?? 0, B.im[k] ?? 0];
    cross.re[k] = a * c + b * d;
    cross.im[k] = b * c - a * d;
  }
  const re = smoothed(cross.re, 1);
  const im = smoothed(cross.im, -1);
  const energy = smoothed(powers(B), 1);
  // In bins with next to nothing of B, sums are nothing but rounding.
  const least = (sumOf(energy) / (2 * (bins - 1))) * 1e-8 + Number.MIN_VALUE;
  for (let k = 0; k < bins; k++) {
    const under = Math.max(energy[k] ?? 0, least);
    const [g, h] = [(re[k] ?? 0) / under, (im[k] ?? 0) / under];
    const [c, d] = [B.re[k] ?? 0, B.im[k] ?? 0];
    A.re[k] = (A.re[k] ?? 0) - (g * c - h * d);
    A.im[k] = (A.im[k] ?? 0) - (g * d + h * c);
  }
}

/** Returns one over the smoothed power of each bin. */
const flattening = (A: Spectrum, nothing: number): Float64Array =>
  smoothed(powers(A), 1).map((p) => 1 / (p + nothing));

function powers({ re, im }: Spectrum): Float64Array {
  const sums = new Float64Array(re.length);
  for (let k = 0; k < sums.length; k++) sums[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  return sums;
}

/** Returns the sum over all bins, including those that are not kept; each times its weight. */
function sumOf(values: Float64Array, weight?: Float64Array): number {
  const last = values.length - 1;
  let sum = 0;
  for (let k = 0; k <= last; k++) {
    const value = (values[k] ?? 0) * (weight ? (weight[k] ?? 0) : 1);
    sum += k === 0 || k === last ? value : 2 * value;
  }
  return sum;
}

/**
 * Returns the mean of each bin and its neighbours.
 * @param mirror 1 when the bins beyond either end are the same in reverse, −1 when they also have the other sign.
 */
function smoothed(values: Float64Array, mirror: 1 | -1): Float64Array {
  const bins = values.length;
  const round = 2 * (bins - 1);
  const beyond = (k: number): number => {
    const turned = ((k % round) + round) % round;
    return turned < bins ? (values[turned] ?? 0) : mirror * (values[round - turned] ?? 0);
  };
  const means = new Float64Array(bins);
  let sum = 0;
  for (let k = -SMOOTHING_BINS; k <= SMOOTHING_BINS; k++) sum += beyond(k);
  for (let k = 0; k < bins; k++) {
    means[k] = sum / (2 * SMOOTHING_BINS + 1);
    const [gone, next] = [k - SMOOTHING_BINS, k + SMOOTHING_BINS + 1];
    const isWithin = gone >= 0 && next < bins;
    sum += isWithin ? (values[next] ?? 0) - (values[gone] ?? 0) : beyond(next) - beyond(gone);
  }
  return means;
}

let lastHann = new Float64Array(0);

/** Returns a Hann window. It makes a new one only for another length, since the pieces of most spans are alike. */
function hannWindow(length: number): Float64Array {
  if (lastHann.length !== length) {
    lastHann = Float64Array.from(
      { length },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length),
    );
  }
  return lastHann;
}

/**
 * Takes the means of `factor` samples in a row, under a window: crude, but the same for everything that is compared.
 */
function windowed(samples: Float32Array, factor: number, window: Float64Array): Float32Array {
  const means = new Float32Array(window.length);
  for (let i = 0; i < means.length; i++) {
    let sum = 0;
    for (let k = i * factor; k < (i + 1) * factor; k++) sum += samples[k] ?? 0;
    means[i] = Math.fround(sum / factor) * (window[i] ?? 0);
  }
  return means;
}
