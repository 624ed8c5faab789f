import { fft, inverseFft } from './fft';

/** Hz to which sound is brought for this: speech is intelligible below half of it. */
const RATE = 16_000;
/**
 * RMS of what counts as nothing, −80 dBFS: far below the noise of any room, so no word can be heard in it. Without it
 * the last bit of a codec's silence would be examined like a sound.
 */
const NOTHING = 10 ** (-80 / 20);
/** Bins on each side over which a spectrum is smoothed before it is flattened. */
const SMOOTHING = 12;

/**
 * How clearly a source can be heard in what is left of a masked stretch when the mask is taken away. The residual
 * is flattened in its spectrum, so that whatever a codec adds is noise of equal strength everywhere, and compared
 * with the source, forwards and backwards, at every shift (a matched filter with a generalised cross-correlation,
 * Knapp and Carter 1976).
 * @param residual samples of the export without the mask, at `rate` Hz.
 * @param source samples of the recording at the same place, as many.
 * @returns the strongest correlation in standard deviations of chance: honest residuals stay below about 5 whatever
 * their length, traces grow with the square root of it.
 */
export function traceOfSource(residual: Float32Array, source: Float32Array, rate: number): number {
  const factor = Math.max(1, Math.floor(rate / RATE));
  const r = reduce(residual, factor);
  const x = reduce(source, factor);
  const size = 2 ** Math.ceil(Math.log2(2 * r.length));
  const R = spectrum(r, size);
  const X = spectrum(x, size);
  const nothing = NOTHING ** 2 * r.length;
  const weight = flattening(R, size, nothing);

  let energyR = 0;
  let energyX = 0;
  for (let k = 0; k < size; k++) {
    const w = weight[k] ?? 0;
    energyR += w * (power(R, k) + nothing);
    energyX += w * power(X, k);
  }
  if (energyR === 0 || energyX === 0) return 0;
  // Multiplying with the source's spectrum instead of its conjugate compares with the source played backwards.
  const strongest = Math.max(
    ...[1, -1].map((direction) => {
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
      return re.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    }),
  );
  return ((strongest * size) / Math.sqrt(energyR * energyX)) * Math.sqrt(r.length);
}

interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

const power = ({ re, im }: Spectrum, k: number) => (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;

function spectrum(samples: Float32Array, size: number): Spectrum {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(samples);
  fft(re, im);
  return { re, im };
}

/** One over the smoothed power of each bin. */
function flattening(R: Spectrum, size: number, nothing: number): Float64Array {
  const powers = Float64Array.from({ length: size }, (_, k) => power(R, k));
  const weight = new Float64Array(size);
  let sum = 0;
  const at = (k: number) => powers[((k % size) + size) % size] ?? 0;
  for (let k = -SMOOTHING; k <= SMOOTHING; k++) sum += at(k);
  for (let k = 0; k < size; k++) {
    weight[k] = 1 / (sum / (2 * SMOOTHING + 1) + nothing);
    sum += at(k + SMOOTHING + 1) - at(k - SMOOTHING);
  }
  return weight;
}

/** Means of `factor` samples in a row: crude, but the same for both sides of the comparison. */
function reduce(samples: Float32Array, factor: number): Float32Array {
  if (factor === 1) return samples;
  return Float32Array.from({ length: Math.floor(samples.length / factor) }, (_, i) => {
    let sum = 0;
    for (let k = i * factor; k < (i + 1) * factor; k++) sum += samples[k] ?? 0;
    return sum / factor;
  });
}
