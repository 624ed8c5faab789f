import { fft } from '../media/fft';
import { logBands, melFilters } from './melFilters';

/** Hz of the sound by which voices are told apart. */
export const SAMPLE_RATE = 16_000;
/** Samples from one frame to the next: 10 ms. */
export const HOP_SAMPLES = 160;
export const FRAMES_PER_SECOND = SAMPLE_RATE / HOP_SAMPLES;
/** Cepstral coefficients of each frame, without the very first, which is loudness. */
export const COEFFICIENTS = 19;

const FRAME_SAMPLES = 400;
const FFT_SIZE = 512;
const BANDS = 30;
const LOWEST_HZ = 100;
const HIGHEST_HZ = 7000;
/** Share of the previous sample that is subtracted from each, since voices have little power in high bands. */
const EMPHASIS_SHARE = 0.97;
/** Power under which a band is silent. */
const FLOOR_POWER = 1e-9;

/** Samples in which pitch is looked for: 40 ms at half the rate. */
const PITCH_SAMPLES = 320;
const PITCH_FFT_SIZE = 1024;
const PITCH_RATE = SAMPLE_RATE / 2;
const HIGHEST_PITCH_HZ = 400;
const LOWEST_PITCH_HZ = 60;
/** Share by which a sound must resemble itself one period later to have a pitch. */
const PERIODIC_SHARE = 0.45;

/** Coefficients are kept in steps of 1/256, so that hours of them take little memory. */
const STEPS_PER_UNIT = 256;

/**
 * Turns sound into the numbers by which voices are told apart: for each 10 ms, mel-frequency cepstral coefficients
 * (Davis and Mermelstein 1980) and the logarithm of the pitch, by autocorrelation; 0 where there is no pitch. 15 MB an
 * hour.
 */
export class VoiceFrames {
  readonly count: number;
  readonly #coefficients: Int16Array;
  readonly #pitch: Float32Array;
  /** Samples that the next frame begins with. */
  #rest = new Float32Array(0);
  #at = 0;

  /**
   * @param samples how many there will be.
   * @param wanted tells which frames are needed; others stay zero.
   */
  constructor(
    samples: number,
    private readonly wanted: (frame: number) => boolean,
  ) {
    this.count = Math.max(0, 1 + Math.floor((samples - LONGEST_SAMPLES) / HOP_SAMPLES));
    this.#coefficients = new Int16Array(this.count * COEFFICIENTS);
    this.#pitch = new Float32Array(this.count);
  }

  coefficient(frame: number, index: number): number {
    return (this.#coefficients[frame * COEFFICIENTS + index] ?? 0) / STEPS_PER_UNIT;
  }

  /** Returns the natural logarithm of the pitch in Hz; 0 for none. */
  pitch(frame: number): number {
    return this.#pitch[frame] ?? 0;
  }

  /** Takes the next samples, mono at 16 kHz. */
  push(samples: Float32Array): void {
    const all = new Float32Array(this.#rest.length + samples.length);
    all.set(this.#rest);
    all.set(samples, this.#rest.length);
    let from = 0;
    for (; from + LONGEST_SAMPLES <= all.length && this.#at < this.count; from += HOP_SAMPLES, this.#at++) {
      if (this.wanted(this.#at)) this.#analyse(all.subarray(from, from + LONGEST_SAMPLES));
    }
    this.#rest = all.slice(from);
  }

  #analyse(sound: Float32Array): void {
    const re = new Float64Array(FFT_SIZE);
    const im = new Float64Array(FFT_SIZE);
    for (let i = 0; i < FRAME_SAMPLES; i++) {
      const before = i > 0 ? (sound[i - 1] ?? 0) : (sound[0] ?? 0);
      re[i] = ((sound[i] ?? 0) - EMPHASIS_SHARE * before) * (HAMMING[i] ?? 0);
    }
    fft(re, im);
    const bands = logBands(MEL, re, im, FLOOR_POWER);
    for (let c = 0; c < COEFFICIENTS; c++) {
      let sum = 0;
      for (let band = 0; band < BANDS; band++)
        sum += (COSINES[(c + 1) * BANDS + band] ?? 0) * (bands[band] ?? 0);
      this.#coefficients[this.#at * COEFFICIENTS + c] = Math.round(
        Math.max(-127, Math.min(127, sum)) * STEPS_PER_UNIT,
      );
    }
    this.#pitch[this.#at] = pitchOf(sound);
  }
}

/** Samples in which a frame's pitch is found; nothing else looks at more at once. */
const LONGEST_SAMPLES = 2 * PITCH_SAMPLES;

const HAMMING = Float64Array.from(
  { length: FRAME_SAMPLES },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (FRAME_SAMPLES - 1)),
);
const HANN = Float64Array.from(
  { length: PITCH_SAMPLES },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (PITCH_SAMPLES - 1)),
);
/** The discrete cosine transform (II, orthonormal), row by row. */
const COSINES = Float64Array.from({ length: (COEFFICIENTS + 1) * BANDS }, (_, i) => {
  const row = Math.floor(i / BANDS);
  return Math.sqrt((row === 0 ? 1 : 2) / BANDS) * Math.cos((Math.PI * row * ((i % BANDS) + 0.5)) / BANDS);
});
const MEL = melFilters({
  ...{ bands: BANDS, from: LOWEST_HZ, to: HIGHEST_HZ },
  ...{ sampleRate: SAMPLE_RATE, fftSize: FFT_SIZE },
});

/** Returns the logarithm of the pitch in Hz; 0 for none. */
function pitchOf(sound: Float32Array): number {
  const re = new Float64Array(PITCH_FFT_SIZE);
  const im = new Float64Array(PITCH_FFT_SIZE);
  for (let i = 0; i < PITCH_SAMPLES; i++)
    re[i] = 0.5 * ((sound[2 * i] ?? 0) + (sound[2 * i + 1] ?? 0)) * (HANN[i] ?? 0);
  fft(re, im);
  for (let k = 0; k < PITCH_FFT_SIZE; k++) re[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  im.fill(0);
  // For a real and even spectrum, the transform and its inverse are the same up to the length.
  fft(re, im);
  const whole = re[0] ?? 0;
  let best = 0;
  for (let lag = PITCH_RATE / HIGHEST_PITCH_HZ; lag * LOWEST_PITCH_HZ < PITCH_RATE; lag++)
    if (best === 0 || (re[lag] ?? 0) > (re[best] ?? 0)) best = lag;
  const [before, peak, behind] = [re[best - 1] ?? 0, re[best] ?? 0, re[best + 1] ?? 0];
  if (whole <= 0 || peak <= PERIODIC_SHARE * whole) return 0;
  const bend = before - 2 * peak + behind;
  const shift = bend < 0 ? (0.5 * (before - behind)) / bend : 0;
  return Math.log(PITCH_RATE / (best + Math.max(-0.5, Math.min(0.5, shift))));
}
