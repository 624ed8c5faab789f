import type { ProjectDocument } from '../document/document';
import type { Chapter } from '../model/chapter';
import { indexWords } from './wordIndex';

/** A chapter, and the position of the first word below its heading. */
export interface PlacedChapter extends Chapter {
  at: number;
}

/** Returns the chapters in the order of the transcript; the first of them is chapter 1. */
export function chaptersInOrder({
  chapters,
  words,
}: Pick<ProjectDocument, 'chapters' | 'words'>): PlacedChapter[] {
  if (chapters.length === 0) return [];
  const { at } = indexWords(words);
  const placed = chapters.map((chapter) => ({ ...chapter, at: at.get(chapter.wordId ?? '') ?? 0 }));
  return placed.sort((a, b) => a.at - b.at);
}
