/**
 * Fourier transform of a complex signal, in place, by Stockham's self-sorting algorithm of radix 2 (Cochran et al.
 * 1967): each pass writes to a second memory in the order that the next one reads. It is verification's own.
 * @param re real parts; the length is a power of two.
 * @param im imaginary parts, equally many.
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  const turns = turnsOf(size);
  let from: Complex = { re, im };
  let to = secondMemoryOf(size);
  for (let runs = 1; runs < size; runs *= 2) {
    pass(from, to, turns, runs);
    [from, to] = [to, from];
  }
  if (from.re === re) return;
  re.set(from.re);
  im.set(from.im);
}

/** Transforms back: takes the conjugate of the transform of the conjugate, divided by the length. */
export function inverseFft(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 0; i < size; i++) im[i] = -(im[i] ?? 0);
  fft(re, im);
  for (let i = 0; i < size; i++) {
    re[i] = (re[i] ?? 0) / size;
    im[i] = -(im[i] ?? 0) / size;
  }
}

/** Bins from 0 Hz to half the rate. Those above it are the conjugates of these in reverse, and are left out. */
export interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

/**
 * Transforms a real signal by a complex transform of half its size, with every other sample as the real parts and those
 * between as the imaginary ones.
 * @param samples at most `size`; silence follows them.
 * @param size a power of two, 2 or more; there are `size / 2 + 1` bins.
 */
export function realSpectrum(samples: Float32Array, size: number): Spectrum {
  const half = size / 2;
  const [even, odd] = [new Float64Array(half), new Float64Array(half)];
  for (let i = 0; i < samples.length; i += 2) {
    even[i / 2] = samples[i] ?? 0;
    odd[i / 2] = samples[i + 1] ?? 0;
  }
  fft(even, odd);
  const turns = turnsOf(size);
  const [re, im] = [new Float64Array(half + 1), new Float64Array(half + 1)];
  for (let k = 0; k <= half; k++) {
    const [here, mirrored] = [k % half, (half - k) % half];
    const [a, b] = [even[here] ?? 0, odd[here] ?? 0];
    const [c, d] = [even[mirrored] ?? 0, odd[mirrored] ?? 0];
    const cos = k === half ? -1 : (turns.re[k] ?? 0);
    const sin = k === half ? 0 : (turns.im[k] ?? 0);
    const [oddRe, oddIm] = [(b + d) / 2, (c - a) / 2];
    re[k] = (a + c) / 2 + cos * oddRe - sin * oddIm;
    im[k] = (b - d) / 2 + cos * oddIm + sin * oddRe;
  }
  return { re, im };
}

interface Complex {
  re: Float64Array;
  im: Float64Array;
}

/** Turns each pair of values into its sum, and its difference turned by one angle. */
function pass(from: Complex, to: Complex, turns: Complex, runs: number): void {
  const middle = from.re.length >> 1;
  for (let first = 0; first < middle; first += runs) {
    const cos = turns.re[first] ?? 0;
    const sin = turns.im[first] ?? 0;
    for (let a = first, b = first + middle, target = 2 * first; a < first + runs; a++, b++, target++) {
      const aRe = from.re[a] ?? 0;
      const aIm = from.im[a] ?? 0;
      const bRe = from.re[b] ?? 0;
      const bIm = from.im[b] ?? 0;
      const re = aRe - bRe;
      const im = aIm - bIm;
      to.re[target] = aRe + bRe;
      to.im[target] = aIm + bIm;
      to.re[target + runs] = re * cos - im * sin;
      to.im[target + runs] = re * sin + im * cos;
    }
  }
}

const secondMemories = new Map<number, Complex>();

/** Returns the second memory of a transform, the same one each time: its contents are gone with the next transform. */
function secondMemoryOf(size: number): Complex {
  const before = secondMemories.get(size);
  if (before) return before;
  const memory = { re: new Float64Array(size), im: new Float64Array(size) };
  secondMemories.set(size, memory);
  return memory;
}

const known = new Map<number, Complex>();

/** Returns the first half of a turn, clockwise, in steps of one part in `size`. */
function turnsOf(size: number): Complex {
  const before = known.get(size);
  if (before) return before;
  const angles = Float64Array.from({ length: size >> 1 }, (_, i) => (-2 * Math.PI * i) / size);
  const turns = { re: angles.map(Math.cos), im: angles.map(Math.sin) };
  known.set(size, turns);
  return turns;
}
