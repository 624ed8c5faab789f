import { mergeSpans } from '../../shared/plan/boundaries';
import type { Span } from '../../shared/model/entity';
import { FRAME_SECONDS } from './speechScores';

/**
 * Speech begins where a score reaches `ON_SCORE` and lasts until scores stay under `OFF_SCORE` for `HANG_SECONDS` seconds: between the two
 * nothing changes, so that no verdict hangs on a score's last digit.
 */
const ON_SCORE = 0.3;
const OFF_SCORE = 0.1;
const HANG_SECONDS = 0.1;
/** Seconds: shorter is a click or a cough. */
const SHORTEST_SPEECH_SECONDS = 0.1;
/** Seconds added in front and behind: soft beginnings and ends score low. */
const PAD = { before: 0.1, after: 0.15 };

/** Where somebody speaks (seconds, in order, apart), by the scores of all frames, within `[0, duration]`. */
export function speechSpans(scores: Float32Array, duration: number): Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  let quiet = 0;
  for (let frame = 0; frame <= scores.length; frame++) {
    const score = scores[frame] ?? 0;
    quiet = score < OFF_SCORE ? quiet + 1 : 0;
    if (score >= ON_SCORE) from ??= frame;
    const ends = frame === scores.length || quiet * FRAME_SECONDS >= HANG_SECONDS;
    if (from === null || !ends) continue;
    const to = frame + 1 - quiet;
    if ((to - from) * FRAME_SECONDS >= SHORTEST_SPEECH_SECONDS) {
      spans.push({
        from: Math.max(0, from * FRAME_SECONDS - PAD.before),
        to: Math.min(duration, to * FRAME_SECONDS + PAD.after),
      });
    }
    from = null;
  }
  return mergeSpans(
    spans.filter((span) => span.from < span.to),
    0,
  ).map(({ from, to }) => ({ from: milli(from), to: milli(to) }));
}

const milli = (seconds: number): number => Math.round(seconds * 1000) / 1000;
