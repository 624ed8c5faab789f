import { MASK_LEVEL, type SignalSource } from './SignalSource';

/** Hz; below the Nyquist frequency of every rate that is exported. */
const FREQUENCY_HZ = 1000;

/** A steady tone at `MASK_LEVEL` whose phase is zero at the start of the timeline. */
export class SineTone implements SignalSource {
  readonly #table: Float32Array;
  #index: number;

  /** @param position the first sample to be written, counted from the start of the timeline. */
  constructor(rate: number, position: number) {
    // One second holds a whole number of cycles, so the table's length is the rate and the phase is exact anywhere.
    const step = (2 * Math.PI * FREQUENCY_HZ) / rate;
    this.#table = Float32Array.from({ length: rate }, (_, i) => MASK_LEVEL * Math.SQRT2 * Math.sin(step * i));
    this.#index = position % rate;
  }

  fill(target: Float32Array): void {
    for (let i = 0; i < target.length; i++) {
      target[i] = this.#table[this.#index] ?? 0;
      this.#index = (this.#index + 1) % this.#table.length;
    }
  }
}
