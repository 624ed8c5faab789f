import { MASK_LEVEL, type SignalSource } from './SignalSource';

/** Corner frequencies in Hz; together within 4 dB of the long-term spectrum of speech (Byrne et al. 1994) up to 8 kHz. */
const HIGH_PASS_HZ = 90;
const LOW_PASS = [500, 2500] as const;
/** Seconds after which the filters have forgotten how they were started. */
const SETTLING_SECONDS = 0.03;
/** Variance of a number drawn evenly from [−1, 1). */
const EVEN_VARIANCE = 1 / 3;

/**
 * Stationary noise with the long-term spectrum of speech at `MASK_LEVEL`, made from a hash of each sample's position.
 */
export class SpeechNoise implements SignalSource {
  readonly #high: number;
  readonly #low1: number;
  readonly #low2: number;
  readonly #gain: number;
  #position: number;
  #floor = 0;
  #smooth1 = 0;
  #smooth2 = 0;

  /** @param position the first sample to be written, counted from the start of the timeline. */
  constructor(rate: number, position: number) {
    const onePole = (corner: number) => 1 - Math.exp((-2 * Math.PI * corner) / rate);
    this.#high = onePole(HIGH_PASS_HZ);
    this.#low1 = onePole(LOW_PASS[0]);
    this.#low2 = onePole(LOW_PASS[1]);

    const settling = Math.ceil(SETTLING_SECONDS * rate);
    let energy = 0;
    for (let i = 0; i < settling; i++) energy += this.#filter(i === 0 ? 1 : 0) ** 2;
    this.#gain = MASK_LEVEL / Math.sqrt(energy * EVEN_VARIANCE);

    this.#floor = this.#smooth1 = this.#smooth2 = 0;
    this.#position = position - settling;
    this.fill(new Float32Array(settling));
  }

  fill(target: Float32Array): void {
    for (let i = 0; i < target.length; i++) {
      target[i] = this.#filter(evenNoise(this.#position++)) * this.#gain;
    }
  }

  #filter(x: number): number {
    this.#floor += this.#high * (x - this.#floor);
    this.#smooth1 += this.#low1 * (x - this.#floor - this.#smooth1);
    this.#smooth2 += this.#low2 * (this.#smooth1 - this.#smooth2);
    return this.#smooth2;
  }
}

/** Returns a number in [−1, 1) that depends on the position alone (the mixing steps are MurmurHash3's finaliser). */
function evenNoise(position: number): number {
  let h = Math.imul(Math.floor(position / 0x1_0000_0000) + 1, 0x9e3779b1) ^ (position | 0);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) / 0x8000_0000;
}
