import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { saidWithin } from '../../../shared/plan/boundaries';
import type { Span } from '../../../shared/model/entity';
import { clock } from '../../../shared/text/clock';
import { isTimed, type TimedWord, type Word } from '../../../shared/model/word';
import { noteOf } from './noteOf';

/**
 * Seconds behind the recording's end in which words may begin: Whisper programs hear 30 at once, and make words up in a
 * silence at the end.
 */
const ALLOWANCE_SECONDS = 30;
/** Most words that may begin behind the end, as a count or a share of all; more are another recording's transcript. */
const FEW_WORDS = 10;
const FEW_SHARE = 0.1;
/** Seconds by which subtitles are often held longer, which is not worth a note. */
const HELD_SECONDS = 1;
const HOUR_SECONDS = 3600;

export interface Fitted {
  words: Word[];
  /** Notes on what was cut or left out, a sentence each. */
  notes: string[];
}

/**
 * Puts words on the timeline of their recording. A word that ends after it is cut to it, one that begins after it is
 * left out, and both are noted.
 * @param duration of the recording, seconds; `Infinity` without one.
 * @param offset seconds that are taken off all times first: some programs count from 01:00:00.
 * @throws {AppError} `TRANSCRIPT_OFFSET` when all would fit if whole hours were taken off; `TRANSCRIPT_UNREADABLE` when
 * words lie far behind the end, or many do: that is another recording's transcript, and masks made from its times would
 * lie elsewhere than the words.
 */
export function fitToRecording(words: readonly Word[], duration: number, offset = 0): Fitted {
  const all = words.map((word) => (isTimed(word) ? moved(word, (time) => time - offset) : word));
  const timed = all.filter(isTimed);
  const begins = firstOf(timed.map(saidWithin));
  if (begins < -HELD_SECONDS) {
    throw new AppError(
      'TRANSCRIPT_UNREADABLE',
      t('The transcript begins at {begins}, before the {offset} that are to be taken off.', {
        begins: clock(offset + begins),
        offset: clock(offset),
      }),
      t('Take off less.'),
    );
  }
  const isBehind = (word: Word) => isTimed(word) && saidWithin(word).from >= duration;
  const behind = all.filter(isBehind).length;
  requireFit(timed, behind, duration);
  const kept = all.filter((word) => !isBehind(word));
  const cut = kept.filter((word) => isTimed(word) && saidWithin(word).to > duration + HELD_SECONDS).length;
  const hours = Math.floor(begins / HOUR_SECONDS) * HOUR_SECONDS;
  const counted = duration === Infinity && timed.length > 0 && hours > 0 && begins - hours < NEARLY_SECONDS;
  return {
    words: kept.map((word) => (isTimed(word) ? cutTo(word, duration) : word)),
    notes: [
      ...noteOf(cut, (count) =>
        t(
          '{count, plural, one {# word was cut at the recording’s end, behind which it would go on.} other {# words were cut at the recording’s end, behind which they would go on.}}',
          { count },
        ),
      ),
      ...noteOf(behind, (count) =>
        t(
          '{count, plural, one {# word was left out that would begin behind the recording’s end.} other {# words were left out that would begin behind the recording’s end.}}',
          { count },
        ),
      ),
      ...(counted
        ? [
            t('Its times begin at {begins}, as if they were counted from {hours}.', {
              begins: clock(begins),
              hours: clock(hours),
            }),
          ]
        : []),
    ],
  };
}

/** Seconds behind a whole hour; times that begin within them are counted from that hour. */
const NEARLY_SECONDS = 60;

function requireFit(timed: readonly TimedWord[], behind: number, duration: number): void {
  const stretches = timed.map(saidWithin);
  const from = firstOf(stretches);
  const to = stretches.reduce((last, stretch) => Math.max(last, stretch.to), 0);
  const few = behind <= Math.max(FEW_WORDS, FEW_SHARE * timed.length) && behind < timed.length;
  const near = stretches.every((stretch) => stretch.from <= duration + ALLOWANCE_SECONDS);
  if (behind === 0 || (few && near)) return;
  const offset = Math.floor((from + HELD_SECONDS) / HOUR_SECONDS) * HOUR_SECONDS;
  if (offset > 0 && from - offset < duration && to - offset <= duration + ALLOWANCE_SECONDS) {
    throw new AppError(
      'TRANSCRIPT_OFFSET',
      t('The transcript lies behind the recording’s end, as if its times were counted from {offset}.', {
        offset: clock(offset),
      }),
      t('Take off {offset} if that is so, or choose the transcript that belongs to this recording.', {
        offset: clock(offset),
      }),
      { offset },
    );
  }
  throw new AppError(
    'TRANSCRIPT_UNREADABLE',
    t(
      'The transcript goes on to {to, number, ::.0 group-off} s, but the recording ends at {end, number, ::.0 group-off} s.',
      {
        to,
        end: duration,
      },
    ),
    t('Choose the transcript that belongs to this recording, or take off what its times are counted from.'),
  );
}

const firstOf = (stretches: readonly Span[]): number =>
  stretches.reduce((first, { from }) => Math.min(first, from), Infinity);

function moved(word: TimedWord, move: (time: number) => number): TimedWord {
  const { start, end, within } = word;
  return {
    ...word,
    start: move(start),
    end: move(end),
    ...(within && { within: { from: move(within.from), to: move(within.to) } }),
  };
}

/** Cuts a word to the recording. If its times are a guess, all of them draw together in what is left of its stretch. */
function cutTo(word: TimedWord, duration: number): TimedWord {
  const { from, to } = saidWithin(word);
  const left = Math.min(to, duration);
  const share = to > left ? (left - from) / (to - from) : 1;
  const placed = moved(word, (time) => Math.max(0, Math.min(from + (time - from) * share, duration)));
  return placed.end > placed.start ? placed : { ...placed, end: placed.start + SHORTEST_FITTED_WORD_SECONDS };
}

/** Fewest seconds of a word. */
const SHORTEST_FITTED_WORD_SECONDS = 0.001;
