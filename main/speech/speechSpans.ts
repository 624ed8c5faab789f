import { mergeSpans } from '../../shared/plan/boundaries';
import type { Span } from '../../shared/model/entity';
import { FRAME_SECONDS } from './speechScores';

/**
 * Speech begins where a score reaches `on` and lasts until scores stay under `off` for `HANG_SECONDS`. A score between
 * the two changes nothing, so that no verdict hangs on a score's last digit.
 */
interface Rule {
  on: number;
  off: number;
  /** Least seconds of speech; a shorter sound is a click or a cough. */
  shortest: number;
  /** Seconds added before and after, since soft beginnings and ends score low. */
  pad: { before: number; after: number };
}

/** Seconds added before and after a stretch in which somebody speaks. */
export const SPEECH_PAD = { before: 0.1, after: 0.15 };
/** The rule for where somebody speaks: sure enough to ask a person about it. */
const LIKELY: Rule = { on: 0.3, off: 0.1, shortest: 0.1, pad: SPEECH_PAD };
/** The rule for where somebody may speak: sure enough not to leave it out. */
const POSSIBLE: Rule = { on: 0.1, off: 0.05, shortest: 0.06, pad: { before: 0, after: 0 } };
const HANG_SECONDS = 0.1;

/** Finds where somebody speaks by the scores of all frames: seconds, in order, without overlap, in `[0, duration]`. */
export const speechSpans = (scores: Float32Array, duration: number): Span[] =>
  spansBy(LIKELY, scores, duration);

/** Finds where somebody may speak, by the careful threshold: nothing is said outside, but not all of it is speech. */
export const possibleSpeechSpans = (scores: Float32Array, duration: number): Span[] =>
  spansBy(POSSIBLE, scores, duration);

function spansBy({ on, off, shortest, pad }: Rule, scores: Float32Array, duration: number): Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  let quiet = 0;
  for (let frame = 0; frame <= scores.length; frame++) {
    const score = scores[frame] ?? 0;
    quiet = score < off ? quiet + 1 : 0;
    if (score >= on) from ??= frame;
    const ends = frame === scores.length || quiet * FRAME_SECONDS >= HANG_SECONDS;
    if (from === null || !ends) continue;
    const to = frame + 1 - quiet;
    if ((to - from) * FRAME_SECONDS >= shortest) {
      spans.push({
        from: Math.max(0, from * FRAME_SECONDS - pad.before),
        to: Math.min(duration, to * FRAME_SECONDS + pad.after),
      });
    }
    from = null;
  }
  return mergeSpans(
    spans.filter((span) => span.from < span.to),
    0,
  ).map(({ from: begin, to }) => ({ from: milli(begin), to: milli(to) }));
}

const milli = (seconds: number): number => Math.round(seconds * 1000) / 1000;
