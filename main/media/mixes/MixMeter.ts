import { channelMix, differenceMix, sumMix, type Mix } from './Mix';

/** Seconds of a block. It is shorter than a name, so the average does not hide a name that is in one mix alone. */
const BLOCK_SECONDS = 0.25;
/** Power of -75 dB of full scale; nobody hears anything below it, however much it is turned up. */
const SILENT_POWER = 10 ** -7.5;
/** Share of a mix's power (-50 dB). When less is left after another mix is taken away, that counts as nothing. */
const NOTHING_LEFT_SHARE = 1e-5;
/** Correlation from which two channels have something in common, so that their difference may uncover something. */
const COMMON_CORRELATION = 0.5;

/**
 * Finds the mixes of channels in which something can be heard that is in no other. It measures block by block which
 * mixes are silent or are copies (but for loudness and sign), so one word in hours of sound makes a mix worth hearing.
 * One pass; an hour of stereo takes 350 kB.
 */
export class MixMeter {
  /** Products of all pairs of channels, summed over each block, block after block. */
  #blocks: Float64Array;
  #length = 0;
  readonly #pairs: number;
  readonly #blockFrames: number;
  #filled = 0;

  /** @param sampleRate Hz of what is pushed. */
  constructor(
    private readonly channels: number,
    sampleRate: number,
  ) {
    this.#pairs = (channels * (channels + 1)) / 2;
    this.#blockFrames = Math.round(BLOCK_SECONDS * sampleRate);
    this.#blocks = new Float64Array(64 * this.#pairs);
  }

  /** Takes the next whole frames, interleaved, -1 to 1. */
  push(interleaved: Float32Array): void {
    const { channels } = this;
    for (let at = 0; at + channels <= interleaved.length; at += channels) {
      if (this.#filled === 0) this.#begin();
      let pair = this.#length - this.#pairs;
      for (let a = 0; a < channels; a++) {
        const sample = interleaved[at + a] ?? 0;
        for (let b = 0; b <= a; b++, pair++) {
          this.#blocks[pair] = (this.#blocks[pair] ?? 0) + sample * (interleaved[at + b] ?? 0);
        }
      }
      if (++this.#filled === this.#blockFrames) this.#filled = 0;
    }
  }

  /** Returns the mixes of the pushed sound that are worth hearing: at least one, the sum first if it is among them. */
  mixes(): Mix[] {
    const { channels } = this;
    const each = Array.from({ length: channels }, (_, i) => channelMix(i, channels));
    const first = each[0] ?? sumMix(1);
    if (channels === 1) return [first];
    const kept: Mix[] = [];
    for (const mix of [sumMix(channels), ...each, ...this.#differences()]) {
      if (!this.#isSilent(mix) && !kept.some((other) => this.#isCopy(mix, other))) kept.push(mix);
    }
    return kept.length > 0 ? kept : [first];
  }

  #begin(): void {
    if (this.#length === this.#blocks.length) {
      const larger = new Float64Array(2 * this.#blocks.length);
      larger.set(this.#blocks);
      this.#blocks = larger;
    }
    this.#length += this.#pairs;
  }

  #differences(): Mix[] {
    const { channels } = this;
    const found: Mix[] = [];
    for (let one = 0; one < channels; one++) {
      for (let other = one + 1; other < channels; other++) {
        if (this.#haveCommon(one, other)) found.push(differenceMix(one, other, channels));
      }
    }
    return found;
  }

  #haveCommon(one: number, other: number): boolean {
    const [a, b] = [channelMix(one, this.channels), channelMix(other, this.channels)];
    return this.#some((block) => {
      const [powerA, powerB] = [this.#power(block, a, a), this.#power(block, b, b)];
      if (powerA < SILENT_POWER || powerB < SILENT_POWER) return false;
      return this.#power(block, a, b) > COMMON_CORRELATION * Math.sqrt(powerA * powerB);
    });
  }

  #isSilent(mix: Mix): boolean {
    return !this.#some((block) => this.#power(block, mix, mix) >= SILENT_POWER);
  }

  #isCopy(mix: Mix, other: Mix): boolean {
    const gain = this.#total(mix, other) / this.#total(other, other);
    return !this.#some((block) => {
      const power = this.#power(block, mix, mix);
      const left =
        power - 2 * gain * this.#power(block, mix, other) + gain * gain * this.#power(block, other, other);
      return left >= SILENT_POWER && left >= NOTHING_LEFT_SHARE * power;
    });
  }

  #some(holds: (block: number) => boolean): boolean {
    for (let block = 0; block < this.#length; block += this.#pairs) if (holds(block)) return true;
    return false;
  }

  #total(a: Mix, b: Mix): number {
    let sum = 0;
    for (let block = 0; block < this.#length; block += this.#pairs) sum += this.#power(block, a, b);
    return sum;
  }

  /** Returns the mean product of two mixes in a block, made of the products of their channels. */
  #power(block: number, a: Mix, b: Mix): number {
    const last = block + this.#pairs === this.#length && this.#filled > 0;
    let sum = 0;
    for (const [i, ofA] of a.weights.entries()) {
      if (ofA === 0) continue;
      for (const [j, ofB] of b.weights.entries()) {
        if (ofB === 0) continue;
        const [high, low] = i > j ? [i, j] : [j, i];
        sum += ofA * ofB * (this.#blocks[block + (high * (high + 1)) / 2 + low] ?? 0);
      }
    }
    return sum / (last ? this.#filled : this.#blockFrames);
  }
}
