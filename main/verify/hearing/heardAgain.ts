import type { Blur } from '../../../shared/model/formats';
import { maskRanges } from '../../../shared/mask/maskRanges';
import { SpanSignal } from '../../../shared/mask/SpanSignal';
import type { Span } from '../../../shared/model/entity';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { Recogniser } from '../../../shared/model/Recogniser';
import { heardNames, type HeardName } from './heardNames';

/** One channel or mix of an export, as far as it may be heard at once, at 16,000 Hz. */
export interface Surroundings {
  samples: Float32Array;
  /** Number of the first sample, counted from the start of the recording. */
  first: number;
  /** Stretches (seconds of the recording) that are known to be the mask and nothing else. */
  masks: readonly Span[];
}

/** Another hearing of the same place. */
interface Hearing {
  /** The mask that replaces the masks. */
  mask: Blur;
  /** Seconds that are heard before the place and after it. */
  before: number;
  after: number;
}

/** The rate at which recognisers hear. */
export const RATE_HZ = 16_000;
/** Seconds by which the times of one word may differ from one hearing to the next. */
const BESIDE_SECONDS = 0.3;

/** Seconds on either side of a place that further hearings may want. */
export const SURROUNDINGS_SECONDS = 4;

const HEARINGS: readonly Hearing[] = [
  { mask: 'silence', before: 1, after: 1 },
  { mask: 'tone', before: 2.5, after: 0.8 },
  { mask: 'noise', before: 0.8, after: 2.5 },
  { mask: 'silence', before: SURROUNDINGS_SECONDS, after: SURROUNDINGS_SECONDS },
  { mask: 'tone', before: 0.8, after: 2.5 },
  { mask: 'noise', before: 2.5, after: 0.8 },
];
/** Number of hearings in which something withheld has to be heard at the place. */
const HEARINGS_NEEDED = 3;

/**
 * Tells whether something withheld that was heard once is heard again at its place, under other masks and with more or
 * less around it. Words that are really said do not depend on these, but words that a recogniser makes up at the edge
 * of a mask do.
 * @param at seconds of the recording.
 * @throws {AppError} the recogniser's.
 */
export async function isHeardAgain(
  recogniser: Recogniser,
  sound: Surroundings,
  at: HeardName,
  finder: LeakFinder,
): Promise<boolean> {
  let [heard, left] = [0, HEARINGS.length];
  for (const hearing of HEARINGS) {
    if (heard >= HEARINGS_NEEDED || heard + left < HEARINGS_NEEDED) break;
    left--;
    if (await isHeard(recogniser, sound, at, hearing, finder)) heard++;
  }
  return heard >= HEARINGS_NEEDED;
}

async function isHeard(
  recogniser: Recogniser,
  { samples, first, masks }: Surroundings,
  at: HeardName,
  { mask, before, after }: Hearing,
  finder: LeakFinder,
): Promise<boolean> {
  const from = Math.max(0, Math.floor((at.from - before) * RATE_HZ) - first);
  const to = Math.min(samples.length, Math.ceil((at.to + after) * RATE_HZ) - first);
  const stretch = samples.slice(from, to);
  for (const range of maskRanges(masks, RATE_HZ)) {
    const [begin, end] = [range.first - first - from, range.end - first - from];
    if (end <= 0 || begin >= stretch.length) continue;
    const signal = new Float32Array(end - begin);
    new SpanSignal(mask, RATE_HZ, range).fill(signal);
    stretch.set(
      signal.subarray(Math.max(0, -begin), signal.length - Math.max(0, end - stretch.length)),
      Math.max(0, begin),
    );
  }
  const offset = (first + from) / RATE_HZ;
  return (await heardNames(recogniser, stretch, finder)).some((name) =>
    isSamePlace(at, { ...name, from: name.from + offset, to: name.to + offset }),
  );
}

/** Tells whether two things, whose times are of one clock, are heard at one place. */
export const isSamePlace = (a: Span, b: Span): boolean =>
  a.from < b.to + BESIDE_SECONDS && b.from < a.to + BESIDE_SECONDS;
