import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { chapterTextSchema } from '../model/chapter';
import { isBlank } from '../model/isBlank';
import { lineAt } from '../text/lines';
import { writable } from '../text/writable';

/** Returns a heading as it is kept, on one line; null when it is too long, or nobody could see it. */
export const headingOf = (typed: string): string | null =>
  isBlank(typed)
    ? null
    : (chapterTextSchema.safeParse(writable(typed).replace(/\s+/gu, ' ').trim()).data ?? null);

/**
 * Begins a chapter before the line that a word is in.
 * @param at the position of the word.
 * @returns null when there is no such word, or the text cannot be a heading.
 */
export function addChapter(
  { words, nextId }: ProjectDocument,
  at: number,
  typed: string,
): { id: string; command: Command } | null {
  const text = headingOf(typed);
  const line = lineAt(words, at);
  const wordId = line && words[line.first]?.id;
  if (text === null || wordId === undefined || wordId === null) return null;
  const id = `h${nextId}`;
  return {
    id,
    command: {
      label: 'Add a heading',
      steps: [
        { type: 'setNextId', nextId: nextId + 1 },
        { type: 'putChapter', chapter: { id, wordId, text } },
      ],
    },
  };
}

/** Writes a heading anew. @returns null when nothing changes, there is no such chapter, or the text cannot be one. */
export function renameChapter({ chapters }: ProjectDocument, id: string, typed: string): Command | null {
  const chapter = chapters.find((one) => one.id === id);
  const text = headingOf(typed);
  if (!chapter || text === null || text === chapter.text) return null;
  return { label: 'Change a heading', steps: [{ type: 'putChapter', chapter: { ...chapter, text } }] };
}

/** Takes a heading away; the lines stay. @returns null when there is no such chapter. */
export const removeChapter = ({ chapters }: ProjectDocument, id: string): Command | null =>
  chapters.some((one) => one.id === id)
    ? { label: 'Remove a heading', steps: [{ type: 'removeChapter', id }] }
    : null;
