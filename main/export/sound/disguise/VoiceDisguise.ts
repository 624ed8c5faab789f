import { concatenate } from '../../../media/concatenate';
import { fft, inverseFft } from '../../../media/fft';
import { drift, draws } from './draws';

/** Seconds of sound in a frame, brought to a power of two samples. */
const FRAME_SECONDS = 0.025;
/** Hz between which the disguised voice's own pitch lies, whatever the speaker's is. */
const PITCH = { lowest: 95, highest: 150 };
/** Factors by which mouth and throat change their size, up or down: less is no disguise, more is not understood. */
const SIZE = { least: 1.12, most: 1.25 };
/** Shares by which pitch and size wander, so that no fixed figure undoes them. */
const WANDER = { pitch: 0.12, size: 0.05 };
/** Hz over which a spectrum is smoothed: the harmonics of the speaker's own pitch disappear. */
const SMOOTHING_HZ = 320;
/** Hz above which speech is noise; its phases are drawn anew for every frame. */
const NOISE_FROM_HZ = 4000;
/** Highest value of a sample. */
const PEAK_CEILING = 0.98;

/**
 * Gives one channel of speech another voice. It keeps only the smoothed spectrum of every frame, changed as if by a
 * mouth of another size, and sounds it at a pitch of its own: what the speaker's voice did with its pitch is not in the
 * result. Both figures wander, so resampling by any fixed amount does not undo it. It is a disguise and not anonymity:
 * what is said stays, and how fast, and with which pauses and sounds (VoicePrivacy Challenge 2024: informed listeners
 * undo such changes).
 *
 * A channel vocoder with a synthetic source, by overlap-add (Portnoff 1976).
 */
export class VoiceDisguise {
  readonly #size: number;
  readonly #window: Float64Array;
  readonly #fixedPhases: Float64Array;
  readonly #next: () => number;
  readonly #pitchAt: (seconds: number) => number;
  readonly #warpAt: (seconds: number) => number;
  readonly #smoothing: number;
  readonly #noisy: number;
  /** Samples that came in and that a frame may still need, and the position of the first. */
  #input: Float32Array;
  #from: number;
  /** Sums of the frames so far, from the position of the next sample to be given out. */
  #sum: Float32Array;
  #out = 0;
  /** The middle of the next frame. */
  #middle = 0;

  /** @param seed decides every figure; the same one gives the same voice. */
  constructor(
    private readonly rate: number,
    seed: string,
  ) {
    this.#size = 2 ** Math.round(Math.log2(rate * FRAME_SECONDS));
    this.#from = -this.#size / 2;
    this.#input = new Float32Array(this.#size / 2);
    this.#sum = new Float32Array(2 * this.#size);
    this.#window = Float64Array.from(
      { length: this.#size },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / this.#size),
    );
    this.#next = draws(seed);
    this.#fixedPhases = Float64Array.from({ length: this.#size / 2 + 1 }, () => 2 * Math.PI * this.#next());
    const pitch = PITCH.lowest + (PITCH.highest - PITCH.lowest) * this.#next();
    const size = SIZE.least + (SIZE.most - SIZE.least) * this.#next();
    const warp = this.#next() < 0.5 ? size : 1 / size;
    const [pitchDrift, sizeDrift] = [drift(this.#next), drift(this.#next)];
    this.#pitchAt = (seconds) => pitch * (1 + WANDER.pitch * pitchDrift(seconds));
    this.#warpAt = (seconds) => warp * (1 + WANDER.size * sizeDrift(seconds));
    this.#smoothing = Math.max(1, Math.round((SMOOTHING_HZ * this.#size) / rate / 2));
    this.#noisy = Math.round((NOISE_FROM_HZ * this.#size) / rate);
  }

  /** Takes samples and returns those that are ready. Once `end` was called, as many came out in all as went in. */
  push(samples: Float32Array): Float32Array {
    this.#input = concatenate([this.#input, samples]);
    const ready: Float32Array[] = [];
    while (this.#middle + this.#size / 2 <= this.#from + this.#input.length) ready.push(this.#step());
    this.#forget();
    return concatenate(ready);
  }

  /** Returns the samples that are still to come out. @param count of these samples. */
  end(count: number): Float32Array {
    const rest: Float32Array[] = [];
    let given = 0;
    while (given < count) {
      const more = this.push(new Float32Array(this.#size));
      rest.push(more);
      given += more.length;
    }
    return concatenate(rest).subarray(0, count);
  }

  /** Adds up one frame, and returns the samples to which no later frame adds. */
  #step(): Float32Array {
    const seconds = this.#middle / this.rate;
    const period = this.rate / this.#pitchAt(seconds);
    const frame = this.#voiced(this.#warpAt(seconds), period);
    const start = this.#middle - this.#size / 2 - this.#out;
    for (let i = 0; i < frame.length; i++) {
      // The part of a frame that lies in front of the first sample is not heard.
      if (start + i >= 0) this.#sum[start + i] = (this.#sum[start + i] ?? 0) + (frame[i] ?? 0);
    }
    this.#middle += Math.round(period);
    const finished = Math.max(0, this.#middle - this.#size / 2 - this.#out);
    const ready = this.#sum.slice(0, finished).map((x) => PEAK_CEILING * Math.tanh(x / PEAK_CEILING));
    this.#sum.copyWithin(0, finished);
    this.#sum.fill(0, this.#sum.length - finished);
    this.#out += finished;
    return ready;
  }

  /** @param period samples until the next frame comes. */
  #voiced(warp: number, period: number): Float64Array {
    const size = this.#size;
    const at = this.#middle - size / 2 - this.#from;
    const re = this.#window.map((w, i) => w * (this.#input[at + i] ?? 0));
    const power = re.reduce((sum, x) => sum + x * x, 0);
    if (power === 0) return new Float64Array(size);
    const im = new Float64Array(size);
    fft(re, im);
    const envelope = this.#envelope(re, im);
    for (let k = 0; k <= size / 2; k++) {
      const source = k / warp;
      const magnitude = source <= size / 2 ? between(envelope, source) : 0;
      const phase = k < this.#noisy ? (this.#fixedPhases[k] ?? 0) : 2 * Math.PI * this.#next();
      const inner = k > 0 && k < size / 2;
      re[k] = magnitude * Math.cos(phase);
      im[k] = inner ? magnitude * Math.sin(phase) : 0;
      if (inner) [re[size - k], im[size - k]] = [re[k] ?? 0, -(im[k] ?? 0)];
    }
    inverseFft(re, im);
    const frame = re.map((x, i) => x * (this.#window[i] ?? 0));
    const made = frame.reduce((sum, x) => sum + x * x, 0);
    // The frame gets as loud as the sound it stands for: frames come once a period, and the window lets 3/8 of the
    // power through.
    const gain = made === 0 ? 0 : Math.sqrt((power * period) / (made * size * (3 / 8)));
    return frame.map((x) => x * gain);
  }

  /** Returns the root of the mean power around each bin. */
  #envelope(re: Float64Array, im: Float64Array): Float64Array {
    const bins = this.#size / 2 + 1;
    const sums = new Float64Array(bins + 1);
    for (let k = 0; k < bins; k++) sums[k + 1] = (sums[k] ?? 0) + (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
    return Float64Array.from({ length: bins }, (_, k) => {
      const from = Math.max(0, k - this.#smoothing);
      const to = Math.min(bins, k + this.#smoothing + 1);
      return Math.sqrt(((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from));
    });
  }

  #forget(): void {
    const needed = this.#middle - this.#size / 2;
    const gone = Math.max(0, Math.min(this.#input.length, needed - this.#from));
    this.#input = this.#input.slice(gone);
    this.#from += gone;
  }
}

function between(values: Float64Array, at: number): number {
  const low = Math.floor(at);
  const part = at - low;
  return (values[low] ?? 0) * (1 - part) + (values[low + 1] ?? 0) * part;
}
