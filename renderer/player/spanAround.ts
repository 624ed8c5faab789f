import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { isTimed } from '../../shared/model/word';
import { indexWords } from '../../shared/plan/wordIndex';

/** Seconds that are played before and after a place, since what is said there tells who is meant. */
const AROUND = { before: 1.2, after: 0.8 };

/** Gives the span to play for words; null without a recording, or where their times are not known. */
export function spanAround({ words, media }: ProjectDocument, wordIds: readonly string[]): Span | null {
  const { at } = indexWords(words);
  const said = wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []).filter(isTimed);
  if (said.length === 0 || !media) return null;
  return {
    from: Math.max(0, Math.min(...said.map(({ start }) => start)) - AROUND.before),
    to: Math.min(media.duration, Math.max(...said.map(({ end }) => end)) + AROUND.after),
  };
}
