import { applyCommand, type Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { findForms } from '../leaks/findForms';
import { isBlank } from '../model/isBlank';
import type { Word } from '../model/word';
import { chaptersInOrder, type PlacedChapter } from '../plan/chaptersInOrder';
import type { Found } from '../text/findSpaceless';
import { writable } from '../text/writable';
import { headingOf, removeChapter, renameChapter } from './changeChapters';
import { endOfReplaced, findText, replaceText, type FindOptions } from './replaceText';

/** The options of a search. */
export interface HowToFind extends FindOptions {
  /** True to find every form, too: declined, in the plural, in Latin letters or Cyrillic. */
  forms: boolean;
}

/** A place of what is looked for in a heading: characters (UTF-16) into its text. */
export interface InHeading {
  chapter: PlacedChapter;
  from: number;
  to: number;
}

/** A place of what is looked for: in a heading, or in the words of the transcript. */
export type Match = { heading: InHeading } | { words: Found };

type Searched = Pick<ProjectDocument, 'words' | 'language' | 'chapters'>;

/** Finds every place of a text in the words and in the headings, in the order in which they are read. */
export function findMatches(
  { words, language, chapters }: Searched,
  wanted: string,
  how: HowToFind,
): Match[] {
  const inHeadings = findInHeadings(chaptersInOrder({ chapters, words }), wanted, language, how);
  const inWords = placesOf(words, wanted, language, how);
  if (inHeadings.length === 0) return inWords.map((found) => ({ words: found }));
  const all: Match[] = [
    ...inHeadings.map((heading) => ({ heading })),
    ...inWords.map((found) => ({ words: found })),
  ];
  // Sorting keeps the order of what begins at the same word: a heading is read before its line.
  return all.sort((a, b) => wordOf(a) - wordOf(b));
}

/** Returns the position of the word that a place begins at or, for a heading, stands above. */
export const wordOf = (match: Match): number =>
  'heading' in match ? match.heading.chapter.at : match.words.first;

/** Finds the places of a text as it is written and, if asked for, in its other forms, in order. */
function placesOf(
  words: readonly Word[],
  wanted: string,
  language: string,
  { forms, ...options }: HowToFind,
): Found[] {
  const written = findText(words, wanted, options);
  if (!forms || options.matchCase) return written;
  const taken = new Set(written.flatMap(({ first, last }) => [first, last]));
  const others = findForms(words, wanted, language).filter(
    ({ first, last }) => !taken.has(first) && !taken.has(last),
  );
  return [...written, ...others].sort((a, b) => a.first - b.first || a.from - b.from);
}

/** Finds places in headings as if each were a line of a transcript. */
function findInHeadings(
  chapters: readonly PlacedChapter[],
  wanted: string,
  language: string,
  how: HowToFind,
): InHeading[] {
  const pieces = chapters.flatMap((chapter) =>
    [...chapter.text.matchAll(/\S+/gu)].map(({ 0: text, index }, i) => ({ chapter, text, index, i })),
  );
  const words = pieces.map(({ text, i }, at): Word => ({
    id: String(at),
    text,
    start: null,
    end: null,
    ...(i === 0 && { paragraph: true as const }),
  }));
  return placesOf(words, wanted, language, how).flatMap(({ first, last, from, to }) => {
    const [begin, end] = [pieces[first], pieces[last]];
    return begin && end ? [{ chapter: begin.chapter, from: begin.index + from, to: end.index + to }] : [];
  });
}

/** What becomes of a document in which places are replaced. */
export interface Replacement {
  /** Null when nothing changes. */
  command: Command | null;
  /** Number of headings that stay as they are, since they would be longer than a heading may be. */
  tooLong: number;
}

/**
 * Puts a text in the places that were found, as one command. A heading of which nothing is left is removed.
 * @param matches of this document, in order.
 */
export function replaceMatches(
  document: ProjectDocument,
  matches: readonly Match[],
  replacement: string,
): Replacement {
  const inWords = matches.flatMap((match) => ('words' in match ? [match.words] : []));
  const command = replaceText(document, inWords, replacement);
  const steps = [...(command?.steps ?? [])];
  // Headings move with their words, so they are changed where they are then.
  let current = command ? applyCommand(document, command).document : document;
  let tooLong = 0;
  for (const [id, text] of writtenHeadings(matches, replacement)) {
    const isGone = isBlank(text);
    if (!isGone && headingOf(text) === null) tooLong++;
    const change = isGone ? removeChapter(current, id) : renameChapter(current, id, text);
    if (!change) continue;
    steps.push(...change.steps);
    current = applyCommand(current, change).document;
  }
  return { command: steps.length > 0 ? { label: 'Replace', steps } : null, tooLong };
}

/** Counts the headings of which nothing would be left. */
export const emptiedHeadings = (matches: readonly Match[], replacement: string): number =>
  [...writtenHeadings(matches, replacement).values()].filter(isBlank).length;

/** Returns what headings read with `replacement` put in their places, by the id of their chapter. */
function writtenHeadings(matches: readonly Match[], replacement: string): Map<string, string> {
  const written = new Map<string, string>();
  // The last places come first, so that places in front stay where they are.
  for (const match of [...matches].reverse()) {
    if (!('heading' in match)) continue;
    const { chapter, from, to } = match.heading;
    const text = written.get(chapter.id) ?? chapter.text;
    written.set(chapter.id, `${text.slice(0, from)}${writable(replacement)}${text.slice(to)}`);
  }
  return written;
}

/**
 * Returns a function that tells whether a place of the document after a replacement lies behind it. The replacement
 * may itself match the search.
 * @param document as it was before.
 */
export function behindReplaced(
  document: ProjectDocument,
  match: Match,
  replacement: string,
): (one: Match) => boolean {
  if ('words' in match) {
    const { word, character } = endOfReplaced(document.words, match.words, replacement);
    return (one) =>
      'words' in one
        ? one.words.first > word || (one.words.first === word && one.words.from >= character)
        : one.heading.chapter.at > word;
  }
  const { chapter, from } = match.heading;
  const inOrder = chaptersInOrder(document).map(({ id }) => id);
  const later = new Set(inOrder.slice(inOrder.indexOf(chapter.id) + 1));
  const end = from + writable(replacement).length;
  return (one) => {
    if ('words' in one) return one.words.first >= chapter.at;
    const { id } = one.heading.chapter;
    return id === chapter.id ? one.heading.from >= end : later.has(id);
  };
}
