import { fft } from '../media/fft';
import { logBands, melFilters } from './melFilters';
import { HOP_SAMPLES, SAMPLE_RATE } from './VoiceFrames';

/** Bands that a voice model is given for each 10 ms. */
export const MODEL_BANDS = 80;
const FRAME_SAMPLES = 400;
const FFT_SIZE = 512;
const LOWEST_HZ = 20;
const HIGHEST_HZ = 7600;
const EMPHASIS_SHARE = 0.97;
/** Factor on samples: models are trained on whole numbers of 16 bits. What it adds to logarithms goes with the mean. */
const FULL_SCALE = 32_768;
/** The smallest step of a float, which Kaldi takes for silence. */
const FLOOR_POWER = 1.1920929e-7;

const MEL = melFilters({
  ...{ bands: MODEL_BANDS, from: LOWEST_HZ, to: HIGHEST_HZ },
  ...{ sampleRate: SAMPLE_RATE, fftSize: FFT_SIZE },
});
const HAMMING = Float64Array.from(
  { length: FRAME_SAMPLES },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (FRAME_SAMPLES - 1)),
);

/** Counts the samples that so many frames take. */
export const samplesOfFrames = (frames: number): number => (frames - 1) * HOP_SAMPLES + FRAME_SAMPLES;

/**
 * Makes the input of a voice model as Kaldi does: log mel filter banks of 25 ms every 10 ms, each band without its
 * mean.
 * @param sound mono at 16 kHz.
 * @returns `MODEL_BANDS` numbers for each frame, frame by frame.
 */
export function filterBanks(sound: Float32Array): Float32Array {
  const frames = Math.max(0, 1 + Math.floor((sound.length - FRAME_SAMPLES) / HOP_SAMPLES));
  const banks = new Float32Array(frames * MODEL_BANDS);
  const [re, im] = [new Float64Array(FFT_SIZE), new Float64Array(FFT_SIZE)];
  for (let frame = 0; frame < frames; frame++) {
    const own = sound.subarray(frame * HOP_SAMPLES, frame * HOP_SAMPLES + FRAME_SAMPLES);
    const mean = own.reduce((sum, sample) => sum + sample, 0) / FRAME_SAMPLES;
    re.fill(0);
    im.fill(0);
    for (let i = 0; i < FRAME_SAMPLES; i++) {
      const before = (own[Math.max(0, i - 1)] ?? 0) - mean;
      re[i] = FULL_SCALE * ((own[i] ?? 0) - mean - EMPHASIS_SHARE * before) * (HAMMING[i] ?? 0);
    }
    fft(re, im);
    banks.set(logBands(MEL, re, im, FLOOR_POWER), frame * MODEL_BANDS);
  }
  for (let band = 0; band < MODEL_BANDS; band++) {
    let sum = 0;
    for (let frame = 0; frame < frames; frame++) sum += banks[frame * MODEL_BANDS + band] ?? 0;
    for (let at = band; at < banks.length; at += MODEL_BANDS) banks[at] = (banks[at] ?? 0) - sum / frames;
  }
  return banks;
}
