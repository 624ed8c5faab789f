import type { Chapter } from '../model/chapter';
import { isTimed, type Word } from '../model/word';
import { lineAt } from '../text/lines';

/**
 * Keeps every chapter before a line when words change: before the line that its word is in now. When its word is gone,
 * the chapter stands before what came in the word's place, or else before what follows. When nothing follows, it stands
 * before the last line.
 * @returns the same list when nothing moves.
 */
export function followWords(
  chapters: readonly Chapter[],
  before: readonly Word[],
  words: readonly Word[],
): readonly Chapter[] {
  if (chapters.length === 0 || before === words) return chapters;
  const wanted = new Set(chapters.map(({ wordId }) => wordId));
  const at = new Map<string | null, number>();
  for (const [i, { id }] of words.entries()) if (wanted.has(id)) at.set(id, i);
  const moved = chapters.map((chapter): Chapter => {
    const place = at.get(chapter.wordId) ?? placeOfGone(chapter.wordId, before, words);
    const wordId = words[lineAt(words, place)?.first ?? 0]?.id ?? null;
    return wordId === chapter.wordId ? chapter : { ...chapter, wordId };
  });
  return moved.every((chapter, i) => chapter === chapters[i]) ? chapters : moved;
}

/** Returns the position of what stands now where a word stood that is gone. */
function placeOfGone(wordId: string | null, before: readonly Word[], words: readonly Word[]): number {
  const gone = before.findIndex(({ id }) => id === wordId);
  if (gone < 0) return 0;
  const left = new Map(words.map(({ id }, i) => [id, i]));
  const isLeft = ({ id }: Word) => left.has(id);
  const last = before.slice(0, gone).findLastIndex(isLeft);
  const next = before.findIndex((word, i) => i > gone && isLeft(word));
  const begin = (left.get(before[last]?.id ?? '') ?? -1) + 1;
  const end = left.get(before[next]?.id ?? '') ?? words.length;
  const share = (gone - last - 1) / ((next < 0 ? before.length : next) - last - 1);
  return Math.min(placeIn(words.slice(begin, end), before[gone], share) + begin, words.length - 1);
}

/**
 * Returns which of the words in a gap stands for one that was `share` (0 to 1) into it; the number of words when none
 * does.
 */
function placeIn(came: readonly Word[], gone: Word | undefined, share: number): number {
  if (!gone || !isTimed(gone) || !came.every(isTimed)) return Math.floor(share * came.length);
  const at = came.findIndex(({ start, end }) => (start + end) / 2 >= gone.start);
  return at < 0 ? came.length : at;
}
