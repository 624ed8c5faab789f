/** Endless mono samples. Each depends only on its position on the timeline and on the sample rate. */
export interface SignalSource {
  /** Writes the samples that follow the last ones written. */
  fill(target: Float32Array): void;
}

/** RMS level of every generated signal, as a factor of full scale: −30 dBFS, a little below quiet speech. */
export const MASK_LEVEL = 10 ** (-30 / 20);
