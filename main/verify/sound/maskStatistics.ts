import type { Blur } from '../../../shared/model/formats';
import { MASK_LEVEL } from '../../../shared/mask/SignalSource';
import type { MediaFormat } from '../container/exportedFormat';
import { traceOfSource, type KnownSpectra } from './traceOfSource';

/** A piece of a span in one channel of a decoded export. Counts are samples. */
export interface Piece {
  /** The export minus the mask that should be there; before `start` and from `end` on, the export itself. */
  residual: Float32Array;
  start: number;
  end: number;
  /** Samples of the span before the piece and after it. */
  before: number;
  after: number;
  channel: number;
  mask: Float32Array;
  /** The spectra of the mask and of the recorded sounds, which all channels of a piece share. */
  spectra: KnownSpectra;
  /** The recorded sounds during the piece that may have come into this channel. */
  references: Float32Array[];
}

/** The findings of a test in a piece. */
export interface MaskFindings {
  /** True when it is not the mask. */
  unmasked: boolean;
  /** True when the recorded sound can be found in it. */
  trace: boolean;
}

/** Tests whether a piece is the mask and nothing else. */
export type MaskTest = (piece: Piece) => MaskFindings;

/** The largest error of a sample, by codec, with room for arithmetic: ffmpeg rounds to 16 bits and cuts to 24. */
const MOST_ROUNDING: Record<string, number> = {
  pcm_s16le: 0.51 / 0x8000,
  pcm_s24le: 1.01 / 0x80_0000,
  pcm_f32le: 0,
};

/** Makes the test for codecs without loss: every sample is the generated one, which leaves no room for a trace. */
export function exactMaskTest(codec: string): MaskTest {
  const most = MOST_ROUNDING[codec] ?? 0;
  return ({ residual, start, end }) => {
    for (let i = start; i < end; i++) {
      if (Math.abs(residual[i] ?? 0) > most) return { unmasked: true, trace: false };
    }
    return { unmasked: false, trace: false };
  };
}

/** Seconds of sound that are tested together. */
const FRAME_SECONDS = 0.02;
/** Hz below which there is no speech, and which Opus moves. */
const HIGH_PASS_HZ = 80;
/**
 * Most power of the residual over that of the mask, away from the edges. Honest exports of speech, music and noise at
 * 8 to 96 kHz stay below −12 dB with noise, −26 dB with a tone and −46 dB with silence; an unmasked or shifted span is
 * near 0 dB.
 */
const MOST_POWER: Record<Blur, number> = { noise: 10 ** -0.4, tone: 10 ** -2, silence: 10 ** -4 };
/** Most power that a codec may smear into a span, over that of the sound across the edge: measured up to −17 dB. */
const MOST_SMEAR_POWER = 10 ** -1.2;
/**
 * Hz of the high-pass with which Opus takes out the offset of a recorder, and most power of its ringing. It rings into
 * a span of silence: the offset decays there, and with it the codec's rounding, measured up to −37 dB below the offset.
 */
const OPUS_OFFSET_HZ = 3;
const MOST_RINGING_POWER = 10 ** -3;
/** Standard deviations of chance from which a correlation is a trace; honest exports stay below 9. */
const TRACE_DEVIATIONS = 12;

/** Makes the test for lossy codecs: what is left is far weaker than the mask, without a trace of what was recorded. */
export function lossyMaskTest(
  format: MediaFormat,
  blur: Blur,
  rate: number,
  { channel_layout }: { channel_layout: string },
): MaskTest {
  const reach = Math.ceil(smearSeconds(format, rate) * rate);
  const bass = bassChannel(channel_layout);
  return (piece) => {
    const { residual, start, end, channel, mask, references, spectra } = piece;
    const samples = highPassed(residual, { start, end }, rate);
    const own = residual.subarray(start, end);
    const offset = format === 'opus' ? offsetOf(references) : 0;
    return {
      // Codecs carry only the lowest tones of the bass channel, and so only the lowest tones of the mask in it.
      unmasked: channel !== bass && exceeds({ ...piece, residual: samples }, rate, reach, blur, offset),
      trace: traceOfSource(own, references, mask, rate, spectra) > TRACE_DEVIATIONS,
    };
  };
}

/** Returns the seconds over which a codec mixes what comes before with what comes after: the length of its windows. */
function smearSeconds(format: MediaFormat, rate: number): number {
  if (format === 'opus') return 0.06;
  const samples = format === 'mp3' ? 1700 : 2048;
  return samples / Math.min(rate, format === 'mp3' ? 48_000 : 96_000) + 0.005;
}

const bassChannel = (layout: string) => (layout.startsWith('2.1') ? 2 : layout.includes('.1') ? 3 : -1);

/** Measures the offset of the recorded sound. The export has no part in it, so an unmasked one gains no allowance. */
const offsetOf = (references: readonly Float32Array[]): number =>
  references.reduce((most, samples) => {
    const sum = samples.reduce((before, sample) => before + sample, 0);
    return Math.max(most, Math.abs(sum / Math.max(1, samples.length)));
  }, 0);

function exceeds(piece: Piece, rate: number, reach: number, blur: Blur, offset: number): boolean {
  const { residual, start, end, before, after } = piece;
  const frame = Math.round(FRAME_SECONDS * rate);
  const first = start - before;
  const last = end + after;
  for (let at = start; at < end; at += frame) {
    // The last frame of a piece reaches back, so that no frame is too short to tell.
    const from = Math.max(start, Math.min(at, end - frame));
    const to = Math.min(from + frame, end);
    let allowed = MOST_POWER[blur] * MASK_LEVEL ** 2;
    if (from - first < reach) allowed += MOST_SMEAR_POWER * loudest(residual, from - reach, first, frame);
    if (last - to < reach) allowed += MOST_SMEAR_POWER * loudest(residual, last, to + reach, frame);
    const ringing = offset * Math.exp((-2 * Math.PI * OPUS_OFFSET_HZ * (from - first)) / rate);
    allowed += MOST_RINGING_POWER * ringing ** 2;
    if (power(residual, from, to) > allowed) return true;
  }
  return false;
}

function power(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = Math.max(0, from); i < Math.min(to, samples.length); i++) sum += (samples[i] ?? 0) ** 2;
  return sum / (to - from);
}

/** Returns the greatest power of a frame between two places. */
function loudest(samples: Float32Array, from: number, to: number, frame: number): number {
  let most = 0;
  for (let at = from; at < to; at += frame >> 1) {
    most = Math.max(most, power(samples, Math.min(at, to - frame), Math.min(at, to - frame) + frame));
  }
  return most;
}

/**
 * Takes out the tones below speech. The filter goes from inside a span to both sides of it. The other way round it
 * would itself ring into the span when an offset of the recorder ends at the edge.
 */
function highPassed(
  samples: Float32Array,
  { start, end }: { start: number; end: number },
  rate: number,
): Float32Array {
  const a = 1 - Math.exp((-2 * Math.PI * HIGH_PASS_HZ) / rate);
  const passed = new Float32Array(samples.length);
  const middle = (start + end) >> 1;
  // The filter stands here twice, as plain numbers: a function that remembers them makes an object of each.
  let [low1, low2] = [0, 0];
  for (let i = start; i < samples.length; i++) {
    const x = samples[i] ?? 0;
    low1 += a * (x - low1);
    low2 += a * (x - low1 - low2);
    if (i >= middle) passed[i] = x - low1 - low2;
  }
  [low1, low2] = [0, 0];
  for (let i = end - 1; i >= 0; i--) {
    const x = samples[i] ?? 0;
    low1 += a * (x - low1);
    low2 += a * (x - low1 - low2);
    if (i < middle) passed[i] = x - low1 - low2;
  }
  return passed;
}
