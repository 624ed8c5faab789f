import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Mention, Span } from '../model/entity';
import { isTimed, SHORTEST_WORD_SECONDS, type Word } from '../model/word';
import { mergeSpans } from '../plan/boundaries';
import { transcribedUpTo } from '../plan/transcribedUpTo';
import { spanAround, type Spans } from '../plan/spanAround';
import { isTyped } from './isTyped';
import { unionOf } from '../model/spans';

/** Times of a word in seconds. With `within`, only that stretch is known. */
export interface LaidTime {
  start: number;
  end: number;
  within?: Span | undefined;
  /** Probability that the recogniser gives, 0 to 1. */
  confidence: number;
}

export interface LaidWords {
  /** Null when nothing changes. */
  command: Command | null;
  /** Numbers of words that have a place, that have none, and that were elsewhere before. */
  placed: number;
  unplaced: number;
  moved: number;
  /** Number of words whose place is known only as a stretch; a mark of such a word takes all of it. */
  doubted: number;
  /** Stretches of the words without a place, and spans of marks that covered more before; in order. */
  open: Span[];
  narrower: Span[];
}

/** Seconds beyond which a word, or an edge, counts as elsewhere. */
const MOVED_SECONDS = 0.05;
/** Least seconds that each word without a place needs to have been said. */
const LEAST_SECONDS = 0.1;

/**
 * Puts words where they are said, from `first` on. Words without a place keep their order and are flagged; their mask
 * is all that lies between their neighbours. Marks get the spans of their words anew. Drawn marks stay, and marks for
 * more than their words get no smaller.
 * @param times one for each of the words, in order; null for a word without a place.
 * @param spans finds the spans of marks.
 */
export function layWords(
  document: ProjectDocument,
  first: number,
  times: readonly (LaidTime | null)[],
  spans?: Spans,
): LaidWords {
  const old = document.words.slice(first, first + times.length);
  const laid = { ...document, words: laidWords(document, first, times) };
  const words = laid.words.slice(first, first + times.length);
  const changed = new Set(words.flatMap((word, i) => (hasMoved(old[i], word) ? [word.id] : [])));
  const marks = document.mentions.flatMap((mention): { before: Mention; after: Mention }[] => {
    if (mention.drawn || !mention.wordIds.some((id) => changed.has(id))) return [];
    const found = spanAround(laid, mention.wordIds, spans);
    if (!found) return [];
    const span = mention.held && mention.span ? unionOf(mention.span, found) : found;
    return [{ before: mention, after: { ...mention, span } }];
  });
  const steps: SingleCommand[] = [
    { type: 'replaceWords', at: first, remove: old.length, words },
    ...marks.map(({ after }): SingleCommand => ({ type: 'putMention', mention: after })),
  ];
  return {
    command: JSON.stringify(words) === JSON.stringify(old) ? null : { label: 'Place words', steps },
    placed: times.filter((time) => time !== null).length,
    unplaced: times.filter((time) => time === null).length,
    moved: words.filter((word, i) => times[i] !== null && isElsewhere(old[i], word)).length,
    doubted: times.filter((time) => time?.within !== undefined).length,
    open: mergeSpans(
      words.flatMap(({ unplaced, within }) => (unplaced && within ? [within] : [])),
      0,
    ),
    narrower: marks.flatMap(({ before, after }) => (isNarrower(before.span, after.span) ? [after.span] : [])),
  };
}

/** Returns all words of the document, with those from `first` on where they are said. */
export function laidWords(
  document: ProjectDocument,
  first: number,
  times: readonly (LaidTime | null)[],
): Word[] {
  const old = document.words.slice(first, first + times.length);
  const [before, after] = [document.words[first - 1], document.words[first + old.length]];
  const duration = transcribedUpTo(document);
  const latest = after && isTimed(after) ? after.start : duration;
  // Being sure where a word is said does not make it a recogniser's word.
  const known = (word: Word): Word => (isTyped(document, word) ? { ...word, typed: true } : word);
  const made: Word[] = [];
  let previous: { start: number; end: number } = before && isTimed(before) ? before : { start: 0, end: 0 };
  for (let i = 0; i < old.length;) {
    const [word, time] = [old[i], times[i]];
    if (!word) break;
    if (time) {
      const start = Math.min(Math.max(time.start, previous.start), latest);
      const next = times.slice(i + 1, i + 2)[0]?.start ?? Infinity;
      const end = Math.max(Math.min(time.end, Math.max(next, start)), start + SHORTEST_WORD_SECONDS);
      previous = { start, end };
      // A word that was moved to keep its turn is still said where it was found.
      const within =
        start === time.start ? time.within : unionOf(time.within ?? spanOf(time), spanOf(previous));
      made.push(timed(known(word), { ...previous, within }, time.confidence));
      i++;
      continue;
    }
    let end = i + 1;
    while (end < old.length && times[end] === null) end++;
    const next = times[end] ?? (after && isTimed(after) ? after : { start: duration, end: duration });
    const run = old.slice(i, end).map(known);
    made.push(...between(run, previous, { start: Math.max(next.start, previous.start), end: next.end }));
    i = end;
  }
  return document.words.toSpliced(first, old.length, ...made);
}

/**
 * Lays words without a place into what lies between two others, or together with these if that is too short for them.
 */
function between(
  words: readonly Word[],
  before: { start: number; end: number },
  after: { start: number; end: number },
): Word[] {
  const hasRoom = after.start - before.end >= LEAST_SECONDS * words.length;
  const within = hasRoom
    ? { from: before.end, to: after.start }
    : { from: before.start, to: Math.max(after.end, before.end) };
  const from = Math.min(before.end, after.start);
  const step = (after.start - from) / words.length;
  return words.map((word, i) => {
    const start = from + i * step;
    const end = Math.max(start + step, start + SHORTEST_WORD_SECONDS);
    return { ...timed(word, { start, end, within }), unplaced: true as const };
  });
}

function timed(
  word: Word,
  { start, end, within }: { start: number; end: number; within?: Span | undefined },
  confidence?: number,
): Word {
  const { within: _within, unplaced: _unplaced, confidence: _confidence, ...rest } = word;
  return {
    ...rest,
    start: rounded(start),
    end: rounded(end),
    ...(within && { within: { from: rounded(within.from), to: rounded(within.to) } }),
    ...(confidence !== undefined && { confidence }),
  };
}

const spanOf = ({ start, end }: { start: number; end: number }): Span => ({ from: start, to: end });

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const hasMoved = (before: Word | undefined, after: Word): boolean =>
  before?.start !== after.start ||
  before.end !== after.end ||
  JSON.stringify(before.within) !== JSON.stringify(after.within);

const isElsewhere = (before: Word | undefined, after: Word): boolean =>
  before !== undefined &&
  isTimed(before) &&
  isTimed(after) &&
  Math.abs(before.start - after.start) > MOVED_SECONDS;

const isNarrower = (before: Span | null, after: Span | null): after is Span =>
  before !== null &&
  after !== null &&
  (after.from > before.from + MOVED_SECONDS || after.to < before.to - MOVED_SECONDS);
