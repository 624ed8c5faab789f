import type { ProjectDocument } from '../../../shared/document/document';
import type { Span } from '../../../shared/model/entity';
import { isTimed, type Speaker, type Word } from '../../../shared/model/word';
import { mergeSpans } from '../../../shared/plan/boundaries';
import { skippedPauses } from '../../../shared/plan/skippedPauses';
import { transcribedUpTo } from '../../../shared/plan/transcribedUpTo';

/** Colours that there are for speakers, as in the margin of the transcript. */
const VOICES = 9;
/** Seconds: over a shorter pause somebody goes on speaking. */
const PAUSE = 1.5;
/** A strip has no more pixels than these: what lies closer is seen as one. */
const PIXELS = 2400;

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

/** Spans as a strip can show them; what lies closer than its pixels is one. */
export const asSeen = (spans: readonly Span[], duration: number): Span[] =>
  mergeSpans(spans, duration / PIXELS);

/** Draws spans as boxes of a path: seconds from left to right, between two heights. */
export const boxes = (spans: readonly Span[], top: number, bottom: number): string =>
  spans.map(({ from, to }) => `M${round(from)} ${top}H${round(to)}V${bottom}H${round(from)}Z`).join('');

const round = (seconds: number): string => String(Math.round(seconds * 100) / 100);

/** Seconds that spans last together. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);
