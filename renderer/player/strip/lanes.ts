import type { ProjectDocument } from '../../../shared/document/document';
import type { Span } from '../../../shared/model/entity';
import { isTimed, type Speaker, type Word } from '../../../shared/model/word';
import { clock } from '../../../shared/text/clock';
import { mergeSpans } from '../../../shared/plan/boundaries';
import { skippedPauses } from '../../../shared/plan/skippedPauses';
import { transcribedUpTo } from '../../../shared/plan/transcribedUpTo';
import { secondsOf } from '../../../shared/model/spans';

/** Colours that there are for speakers, as in the margin of the transcript. */
const VOICES = 9;
/** Seconds: over a shorter pause somebody goes on speaking. */
const PAUSE = 1.5;
/** A strip has no more pixels than these: what lies closer is seen as one, over so many of them at most. */
const PIXELS = 2400;
const MOST_JOINED = 20;
/** The part of a lane's height that little has, too: it must be seen. */
const LEAST_SHARE = 0.35;

/** Where somebody speaks: `voice` counts the speakers from 1; 0 is nobody who is known. */
export interface Turn extends Span {
  voice: number;
}

/** Who speaks where, in order; words without times are nowhere. */
export function turnsOf(words: readonly Word[], speakers: readonly Speaker[]): Turn[] {
  const voices = new Map(speakers.map(({ id }, i) => [id, (i % VOICES) + 1]));
  const turns: Turn[] = [];
  for (const word of words) {
    if (!isTimed(word)) continue;
    const voice = word.speaker === undefined ? 0 : (voices.get(word.speaker) ?? 0);
    const last = turns.at(-1);
    if (last?.voice === voice && word.start - last.to < PAUSE && word.start >= last.from)
      last.to = Math.max(last.to, word.end);
    else turns.push({ from: word.start, to: word.end, voice });
  }
  return turns;
}

/** What the transcript has no words of: what was not transcribed, or skipped, and speech that it lacks. */
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

/** What a strip can show of spans: `share` of the time from one to the other is theirs. */
export interface Seen extends Span {
  share: number;
}

/** Spans as a strip can show them: what lies closer than its pixels is one, that tells how much of it they are. */
export function asSeen(spans: readonly Span[], duration: number): Seen[] {
  const seen: Seen[] = [];
  const [pixel, longest] = [duration / PIXELS, (duration / PIXELS) * MOST_JOINED];
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

/** Draws spans as boxes of a path: seconds from left to right, up from a height, higher the more of the time is theirs. */
export const boxes = (spans: readonly Seen[], [top, bottom]: readonly [number, number]): string =>
  spans
    .map(({ from, to, share }) => {
      const height = Math.max(LEAST_SHARE, share) * (bottom - top);
      return `M${round(from)} ${round(bottom - height)}H${round(to)}V${bottom}H${round(from)}Z`;
    })
    .join('');

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** How long spans last together, as it is read: seconds that are begun count, since little is not nothing. */
export const lengthTold = (spans: readonly Span[]): string =>
  clock(Math.ceil(Number(secondsOf(spans).toFixed(3))));
