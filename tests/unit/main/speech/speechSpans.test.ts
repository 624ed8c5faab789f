import { describe, expect, it } from 'vitest';
import { FRAME_SECONDS } from '../../../../main/speech/speechScores';
import { possibleSpeechSpans, speechSpans } from '../../../../main/speech/speechSpans';

/** Makes scores that hold for so many frames each. */
const scored = (...runs: [score: number, frames: number][]): Float32Array =>
  Float32Array.from(runs.flatMap(([score, count]) => Array.from({ length: count }, () => score)));

const seconds = (frames: number) => Math.round(frames * FRAME_SECONDS * 1000) / 1000;

describe('possibleSpeechSpans', () => {
  it('hold what is too unlikely to ask about, and add nothing', () => {
    const scores = scored([0, 50], [0.12, 10], [0, 50]);
    expect(speechSpans(scores, 10)).toEqual([]);
    expect(possibleSpeechSpans(scores, 10)).toEqual([{ from: seconds(50), to: seconds(60) }]);
  });

  it('go on while scores stay between the two thresholds, and over the shortest silence', () => {
    const scores = scored([0.2, 4], [0.06, 100], [0.01, 3], [0.06, 10], [0.01, 20]);
    expect(possibleSpeechSpans(scores, 10)).toEqual([{ from: 0, to: seconds(117) }]);
  });

  it('leave a single frame out', () => {
    expect(possibleSpeechSpans(scored([0, 10], [0.9, 1], [0, 10]), 10)).toEqual([]);
  });
});
