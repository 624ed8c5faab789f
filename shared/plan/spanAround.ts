import type { ProjectDocument } from '../document/document';
import { isTimed, type TimedWord, type Word } from '../model/word';
import { indexWords } from './wordIndex';
import { saidWithin, spanOfWords } from './boundaries';
import type { Span } from '../model/entity';

/**
 * Returns the span (seconds) of a run of words. A caller who has heard the recording finds better spans than the words'
 * times tell; undefined leaves it to these times.
 */
export type SpanOf = (words: readonly TimedWord[]) => Span | undefined;

/**
 * A way for marks to get their spans. `rough` spans are what the words' times tell for now; better ones are to be found
 * later.
 */
export type Spans = SpanOf | 'rough' | undefined;

/** Returns the span (seconds) to mask for words; null when they have no times. */
export function spanAround(
  { words: all, media, boundaries }: ProjectDocument,
  wordIds: readonly string[],
  spans: Spans,
): Span | null {
  const { at } = indexWords(all);
  const words = wordIds.flatMap((id) => all[at.get(id) ?? -1] ?? []).filter(isTimed);
  const duration = media?.duration ?? lastEnd(all);
  if (words.length === 0 || duration === null) return null;
  const found = typeof spans === 'function' ? spans(words) : undefined;
  return found ?? spanOfWords(words, duration, boundaries);
}

/** Returns the seconds at which the last word ends; null when no word has times. */
export function lastEnd(words: readonly Word[]): number | null {
  const ends = words.filter(isTimed).map((word) => saidWithin(word).to);
  return ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : null;
}
