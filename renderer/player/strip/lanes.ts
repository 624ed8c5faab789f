import type { ProjectDocument } from '../../../shared/document/document';
import type { Span } from '../../../shared/model/entity';
import { isTimed, type Speaker, type Word } from '../../../shared/model/word';
import { clock } from '../../../shared/text/clock';
import { mergeSpans } from '../../../shared/plan/boundaries';
import { skippedPauses } from '../../../shared/plan/skippedPauses';
import { transcribedUpTo } from '../../../shared/plan/transcribedUpTo';
import { secondsOf } from '../../../shared/model/spans';

/** Number of colours for speakers, as in the margin of the transcript. */
const VOICE_COLOURS = 9;
/** Seconds. A turn goes on over a pause that is shorter. */
const LONGEST_PAUSE_SECONDS = 1.5;
/** Most pixels of a strip. Spans that lie closer than one are drawn as one, over at most `MOST_JOINED_PIXELS` pixels. */
const MOST_PIXELS = 2400;
const MOST_JOINED_PIXELS = 20;
/** Least part of a lane's height, so that even little can be seen. */
const LEAST_SHARE = 0.35;

/** A stretch in which somebody speaks. `voice` counts the speakers from 1; 0 is nobody who is known. */
export interface Turn extends Span {
  voice: number;
}

/** Finds who speaks where, in order. Words without times are left out. */
export function turnsOf(words: readonly Word[], speakers: readonly Speaker[]): Turn[] {
  const voices = new Map(speakers.map(({ id }, i) => [id, (i % VOICE_COLOURS) + 1]));
  const turns: Turn[] = [];
  for (const word of words) {
    if (!isTimed(word)) continue;
    const voice = word.speaker === undefined ? 0 : (voices.get(word.speaker) ?? 0);
    const last = turns.at(-1);
    if (last?.voice === voice && word.start - last.to < LONGEST_PAUSE_SECONDS && word.start >= last.from)
      last.to = Math.max(last.to, word.end);
    else turns.push({ from: word.start, to: word.end, voice });
  }
  return turns;
}

/** Finds where the transcript has no words: what was not transcribed, or skipped, and speech that it lacks. */
export function untranscribed(
  document: Pick<ProjectDocument, 'words' | 'transcription' | 'media'>,
  speechWithoutWords: readonly Span[],
): Span[] {
  const { words, transcription, media } = document;
  if (!media) return [];
  const upTo = words.length === 0 && !transcription ? 0 : transcribedUpTo(document);
  const behind = upTo < media.duration ? [{ from: upTo, to: media.duration }] : [];
  const skipped = skippedPauses(document);
  return mergeSpans([...skipped, ...speechWithoutWords, ...behind], 0);
}

/** A stretch of the strip, and the `share` of its time that spans fill. */
export interface Seen extends Span {
  share: number;
}

/** Returns spans as a strip can show them: those that lie closer than its pixels become one, with their share of it. */
export function asSeen(spans: readonly Span[], duration: number): Seen[] {
  const seen: Seen[] = [];
  const [pixel, longest] = [duration / MOST_PIXELS, (duration / MOST_PIXELS) * MOST_JOINED_PIXELS];
  for (const { from, to } of mergeSpans(spans, 0)) {
    const last = seen.at(-1);
    if (last && from - last.to < pixel && from - last.from < longest) {
      const theirs = last.share * (last.to - last.from) + (to - from);
      last.to = to;
      last.share = theirs / (to - last.from);
    } else seen.push({ from, to, share: 1 });
  }
  return seen;
}

/**
 * Draws spans as boxes of a path. Seconds run from left to right, and a box is higher, the more of its time spans fill.
 */
export const boxes = (spans: readonly Seen[], [top, bottom]: readonly [number, number]): string =>
  spans
    .map(({ from, to, share }) => {
      const height = Math.max(LEAST_SHARE, share) * (bottom - top);
      return `M${round(from)} ${round(bottom - height)}H${round(to)}V${bottom}H${round(from)}Z`;
    })
    .join('');

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Returns how long spans last together, as text. A second that is begun counts, since little is not nothing. */
export const lengthTold = (spans: readonly Span[]): string =>
  clock(Math.ceil(Number(secondsOf(spans).toFixed(3))));
