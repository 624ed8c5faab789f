/** Hz of the sound that the recogniser hears; everything here is measured on the same. */
export const SAMPLE_RATE = 16_000;
/** Samples of a frame: 20 ms, shorter than any speech sound that carries a word. */
const FRAME_SAMPLES = 320;
export const FRAME_SECONDS = FRAME_SAMPLES / SAMPLE_RATE;

/** Levels are kept in steps of half a dB above the lowest, so that an hour of sound takes 180 kB. */
const STEPS_PER_DB = 2;
const LOWEST_DB = -100;

/**
 * Measures how loud a recording is, one level for each frame of 20 ms. It measures only the band from 150 to 4000 Hz,
 * since rumble, hum and hiss say nothing about speech.
 */
export class SoundLevels {
  #levels = new Uint8Array(3000);
  #frames = 0;
  #energy = 0;
  #filled = 0;
  #samples = 0;
  readonly #highPass = new Biquad(highPass(150));
  readonly #lowPass = new Biquad(lowPass(4000));

  /** Frames measured so far; a started frame counts when the sound ends. */
  get length(): number {
    return this.#frames;
  }

  /** Seconds measured so far; less than the frames take when the last one is short. */
  get seconds(): number {
    return this.#samples / SAMPLE_RATE;
  }

  /** Takes the next samples, mono at 16 kHz, -1 to 1. */
  push(samples: Float32Array): void {
    this.#samples += samples.length;
    for (const sample of samples) {
      const y = this.#lowPass.step(this.#highPass.step(sample));
      this.#energy += y * y;
      if (++this.#filled === FRAME_SAMPLES) this.#endFrame();
    }
  }

  /** Ends the measurement; the last frame may be short. */
  end(): void {
    if (this.#filled > 0) this.#endFrame();
  }

  /** Returns the level of a frame in dB of full scale; silence has -100. */
  db(frame: number): number {
    return (this.#levels[frame] ?? 0) / STEPS_PER_DB + LOWEST_DB;
  }

  #endFrame(): void {
    const db = 10 * Math.log10(this.#energy / this.#filled + 1e-30);
    if (this.#frames === this.#levels.length) {
      const larger = new Uint8Array(2 * this.#levels.length);
      larger.set(this.#levels);
      this.#levels = larger;
    }
    this.#levels[this.#frames++] = Math.max(0, Math.min(255, Math.round((db - LOWEST_DB) * STEPS_PER_DB)));
    this.#energy = 0;
    this.#filled = 0;
  }
}

interface Coefficients {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/** A filter of second order, direct form II transposed. */
class Biquad {
  #z1 = 0;
  #z2 = 0;
  constructor(private readonly c: Coefficients) {}

  step(x: number): number {
    const { c } = this;
    const y = c.b0 * x + this.#z1;
    this.#z1 = c.b1 * x - c.a1 * y + this.#z2;
    this.#z2 = c.b2 * x - c.a2 * y;
    return y;
  }
}

/** Butterworth filters after R. Bristow-Johnson's "Cookbook formulae for audio equalizer biquad filter coefficients". */
function lowPass(cutoff: number): Coefficients {
  const { cos, alpha } = angle(cutoff);
  return normalised((1 - cos) / 2, 1 - cos, (1 - cos) / 2, cos, alpha);
}

function highPass(cutoff: number): Coefficients {
  const { cos, alpha } = angle(cutoff);
  return normalised((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, cos, alpha);
}

function angle(cutoff: number): { cos: number; alpha: number } {
  const w = (2 * Math.PI * cutoff) / SAMPLE_RATE;
  return { cos: Math.cos(w), alpha: Math.sin(w) / Math.SQRT2 };
}

function normalised(b0: number, b1: number, b2: number, cos: number, alpha: number): Coefficients {
  const a0 = 1 + alpha;
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 };
}
