import { fft, inverseFft } from './fft';

/** Hz to which sound is brought for this: speech is intelligible below half of it. */
const RATE_HZ = 16_000;
/** Hz; below there is no speech, but hum that goes on across the edges of a span. */
const LOWEST_HZ = 80;
/**
 * RMS of what counts as nothing, −80 dBFS: far below the noise of any room, so no word can be heard in it. Without it
 * the last bit of a codec's silence would be examined like a sound.
 */
const NOTHING_RMS = 10 ** (-80 / 20);
/** Bins on each side over which a spectrum is smoothed. */
const SMOOTHING_BINS = 12;
/** The part of the samples under a Hann window that counts, for the product of two that are windowed. */
const COUNTING_PART = 18 / 35;

/**
 * Measures how clearly a source can be heard in what is left of a masked stretch when the mask is taken away.
 *
 * What goes with the mask is taken out of both, since a codec's error goes with it. The residual is flattened in its
 * spectrum, so that whatever a codec adds is noise of equal strength everywhere. Then the two are compared, forwards and
 * backwards, at every shift (a generalised cross-correlation, Knapp and Carter 1976). Edges count less: there a codec mixes
 * in what is outside, and music outside is like music inside.
 * @param residual samples of the export without the mask, at `rate` Hz.
 * @param source samples of the recording at the same place, as many.
 * @param mask samples of the mask, as many.
 * @returns the strongest correlation in standard deviations of chance: that of honest residuals does not grow with
 * their length, that of traces grows with the square root of it.
 */
export function traceOfSource(
  residual: Float32Array,
  source: Float32Array,
  mask: Float32Array,
  rate: number,
): number {
  const factor = Math.max(1, Math.floor(rate / RATE_HZ));
  const length = Math.floor(residual.length / factor);
  const size = 2 ** Math.ceil(Math.log2(2 * Math.max(1, length)));
  const [R, X, M] = [residual, source, mask].map((samples) => spectrum(reduce(samples, factor), size));
  if (!R || !X || !M) throw new Error('three sounds are compared');
  removeShared(R, M);
  removeShared(X, M);

  const nothing = NOTHING_RMS ** 2 * length;
  const weight = flattening(R, nothing);
  const lowest = Math.ceil((LOWEST_HZ * size * factor) / rate);
  weight.fill(0, 0, lowest);
  weight.fill(0, size - lowest + 1);
  let energyR = 0;
  let energyX = 0;
  for (let k = 0; k < size; k++) {
    const w = weight[k] ?? 0;
    energyR += w * (power(R, k) + nothing);
    energyX += w * power(X, k);
  }
  if (energyR === 0 || energyX === 0) return 0;
  const strongest = Math.max(strongestShift(R, X, weight, 1), strongestShift(R, X, weight, -1));
  return (strongest / Math.sqrt(energyR * energyX)) * Math.sqrt(length * COUNTING_PART);
}

/** The greatest correlation at any shift; with the spectrum of the source itself, not its conjugate, played backwards. */
function strongestShift(R: Spectrum, X: Spectrum, weight: Float64Array, direction: 1 | -1): number {
  const size = weight.length;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const w = weight[k] ?? 0;
    const [a, b] = [R.re[k] ?? 0, R.im[k] ?? 0];
    const [c, d] = [X.re[k] ?? 0, -direction * (X.im[k] ?? 0)];
    re[k] = w * (a * c - b * d);
    im[k] = w * (a * d + b * c);
  }
  inverseFft(re, im);
  return size * re.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

const power = ({ re, im }: Spectrum, k: number) => (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;

/** The spectrum under a Hann window. */
function spectrum(samples: Float32Array, size: number): Spectrum {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (const [i, x] of samples.entries()) {
    re[i] = x * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / samples.length));
  }
  fft(re, im);
  return { re, im };
}

/** Takes out of `A` what is `B`, amplified and shifted differently from band to band. */
function removeShared(A: Spectrum, B: Spectrum): void {
  const size = A.re.length;
  const cross = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let k = 0; k < size; k++) {
    const [a, b] = [A.re[k] ?? 0, A.im[k] ?? 0];
    const [c, d] = [B.re[k] ?? 0, B.im[k] ?? 0];
    cross.re[k] = a * c + b * d;
    cross.im[k] = b * c - a * d;
  }
  const re = smoothed(cross.re);
  const im = smoothed(cross.im);
  const energy = smoothed(powers(B));
  // Where there is next to nothing of B, sums are nothing but rounding.
  const least = (energy.reduce((sum, p) => sum + p, 0) / size) * 1e-8 + Number.MIN_VALUE;
  for (let k = 0; k < size; k++) {
    const under = Math.max(energy[k] ?? 0, least);
    const [g, h] = [(re[k] ?? 0) / under, (im[k] ?? 0) / under];
    const [c, d] = [B.re[k] ?? 0, B.im[k] ?? 0];
    A.re[k] = (A.re[k] ?? 0) - (g * c - h * d);
    A.im[k] = (A.im[k] ?? 0) - (g * d + h * c);
  }
}

/** One over the smoothed power of each bin. */
const flattening = (A: Spectrum, nothing: number): Float64Array =>
  smoothed(powers(A)).map((p) => 1 / (p + nothing));

const powers = (A: Spectrum): Float64Array =>
  Float64Array.from({ length: A.re.length }, (_, k) => power(A, k));

/** The mean of each bin and its neighbours; the last bin is beside the first. */
function smoothed(values: Float64Array): Float64Array {
  const size = values.length;
  const at = (k: number) => values[(k + size * (2 * SMOOTHING_BINS + 1)) % size] ?? 0;
  let sum = 0;
  for (let k = -SMOOTHING_BINS; k <= SMOOTHING_BINS; k++) sum += at(k);
  return values.map((_, k) => {
    const mean = sum / (2 * SMOOTHING_BINS + 1);
    sum += at(k + SMOOTHING_BINS + 1) - at(k - SMOOTHING_BINS);
    return mean;
  });
}

/** Means of `factor` samples in a row: crude, but the same for everything that is compared. */
function reduce(samples: Float32Array, factor: number): Float32Array {
  if (factor === 1) return samples;
  return Float32Array.from({ length: Math.floor(samples.length / factor) }, (_, i) => {
    let sum = 0;
    for (let k = i * factor; k < (i + 1) * factor; k++) sum += samples[k] ?? 0;
    return sum / factor;
  });
}
