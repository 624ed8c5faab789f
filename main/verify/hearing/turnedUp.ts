import { maskRanges, type SampleRange } from '../../../shared/mask/maskRanges';
import type { Span } from '../../../shared/model/entity';

/** RMS of a stretch that can be heard well: −26 dBFS, a little above the masks. Ordinary speech is louder. */
const WELL_HEARD_RMS = 10 ** (-26 / 20);
/** Most gain (50 dB); whoever turns sound up further hears nothing but noise. */
const MOST_GAIN = 10 ** (50 / 20);
/** Seconds that are measured together. */
const BLOCK_SECONDS = 0.25;

/**
 * Turns soft sound up, as a listener would. Recognisers hear soft speech badly, and one channel or the difference of
 * two may hold nothing louder.
 * @param samples mono.
 * @param range of the samples (counted from the first) that is listened to.
 * @param first the place of the first sample on the clock of the masks.
 * @param masks seconds; they are left out, since they do not tell how loud the speech is.
 */
export function turnedUp(
  samples: Float32Array,
  range: SampleRange,
  { first, masks, rate }: { first: number; masks: readonly Span[]; rate: number },
): Float32Array {
  const masked = maskRanges(masks, rate);
  const block = Math.round(BLOCK_SECONDS * rate);
  let loudest = 0;
  for (let at = range.first; at + block <= Math.min(range.end, samples.length); at += block) {
    const isMasked = masked.some((one) => one.first < first + at + block && one.end > first + at);
    if (!isMasked) loudest = Math.max(loudest, rms(samples.subarray(at, at + block)));
  }
  const gain = loudest === 0 ? 1 : Math.min(MOST_GAIN, Math.max(1, WELL_HEARD_RMS / loudest));
  return gain === 1 ? samples : samples.map((x) => Math.max(-1, Math.min(1, gain * x)));
}

const rms = (x: Float32Array): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
