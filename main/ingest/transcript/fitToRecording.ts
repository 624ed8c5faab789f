import { AppError } from '../../../shared/contract/errors';
import { isTimed, type Word } from '../../../shared/transcript/word';

/** Seconds by which the last word may stick out of the recording: subtitles are often held a little longer. */
const ALLOWANCE = 5;

/**
 * Words on the timeline of their recording: what ends a little after it is cut to it.
 * @param duration of the recording, seconds.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` when words begin after the recording ends: that is another recording's
 * transcript, and masks made from its times would lie elsewhere than the words.
 */
export function fitToRecording(words: readonly Word[], duration: number): Word[] {
  return words.map((word) => {
    if (!isTimed(word) || word.end <= duration) return word;
    if (word.start >= duration || word.end > duration + ALLOWANCE) {
      throw new AppError(
        'TRANSCRIPT_UNREADABLE',
        `The transcript goes on to ${word.end.toFixed(1)} s, but the recording ends at ${duration.toFixed(1)} s.`,
        'Choose the transcript that belongs to this recording.',
      );
    }
    const within = word.within && { from: word.within.from, to: Math.min(word.within.to, duration) };
    return { ...word, end: duration, ...(within && { within }) };
  });
}
