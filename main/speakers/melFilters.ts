/** A triangle over some bins of a transform: the weights of the bins from `first` on. */
export interface MelFilter {
  first: number;
  weights: readonly number[];
}

/** Makes triangles over the bins of a transform, evenly spaced to the ear (O'Shaughnessy's mel scale). */
export function melFilters(options: {
  bands: number;
  /** Hz of both edges. */
  from: number;
  to: number;
  sampleRate: number;
  fftSize: number;
}): MelFilter[] {
  const { bands, from: lowest, to: highest, sampleRate, fftSize } = options;
  const mel = (hz: number) => 1127 * Math.log(1 + hz / 700);
  const [low, high] = [mel(lowest), mel(highest)];
  const centres = Array.from(
    { length: bands + 2 },
    (_, i) => 700 * (Math.exp((low + ((high - low) * i) / (bands + 1)) / 1127) - 1),
  );
  const hz = (bin: number) => (bin * sampleRate) / fftSize;
  return Array.from({ length: bands }, (_, band) => {
    const [from = 0, centre = 0, to = 0] = centres.slice(band, band + 3);
    const first = Math.ceil((from * fftSize) / sampleRate);
    const last = Math.floor((to * fftSize) / sampleRate);
    const weights = Array.from({ length: last - first + 1 }, (_, i) =>
      Math.max(0, Math.min((hz(first + i) - from) / (centre - from), (to - hz(first + i)) / (to - centre))),
    );
    return { first, weights };
  });
}

/** Returns the logarithm of the power in each band. */
export const logBands = (
  filters: readonly MelFilter[],
  re: Float64Array,
  im: Float64Array,
  floor: number,
): Float64Array =>
  Float64Array.from(filters, ({ first, weights }) => {
    let power = 0;
    for (let k = 0; k < weights.length; k++)
      power += (weights[k] ?? 0) * ((re[first + k] ?? 0) ** 2 + (im[first + k] ?? 0) ** 2);
    return Math.log(Math.max(floor, power));
  });
