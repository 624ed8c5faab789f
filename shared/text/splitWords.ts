import { CUT_BY_DICTIONARY } from './spaceless';

/** A word of a text and where in it that begins (UTF-16). */
export interface SplitWord {
  text: string;
  at: number;
  /** No space stands before it. */
  glued?: true;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const OPENING = /^[\p{Ps}\p{Pi}¿¡]+$/u;

/** Han and kana have one dictionary whatever the language, and so has each of the other scripts. */
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text: what stands between two spaces and, in scripts that have none, the words of the Unicode
 * dictionaries, each with its punctuation. Put together again, glued words without a space, they read as before.
 */
export function splitWords(text: string): SplitWord[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: chunk, index }) =>
    CUT_BY_DICTIONARY.test(chunk)
      ? partsOf(chunk).map(({ text: part, at }, i) => ({
          text: part,
          at: index + at,
          ...(i > 0 && { glued: true as const }),
        }))
      : [{ text: chunk, at: index }],
  );
}

/** Whether a word stands right behind another one, where all that is known are the two. */
export const isGlued = (before: string, after: string): boolean =>
  CUT_BY_DICTIONARY.test(before.match(/[\p{L}\p{M}\p{N}]/gu)?.at(-1) ?? '') &&
  CUT_BY_DICTIONARY.test(/[\p{L}\p{N}]/u.exec(after)?.[0] ?? '');

function partsOf(chunk: string): SplitWord[] {
  const parts: SplitWord[] = [];
  let opening: SplitWord | undefined;
  for (const { segment, index } of dictionary.segment(chunk)) {
    const before = parts.at(-1);
    if (opening) {
      opening.text += segment;
      if (SAYS_SOMETHING.test(segment)) {
        parts.push(opening);
        opening = undefined;
      }
    } else if (before && belongsTo(before.text, segment)) {
      before.text += segment;
    } else if (SAYS_SOMETHING.test(segment)) {
      parts.push({ text: segment, at: index });
    } else {
      opening = { text: segment, at: index };
    }
  }
  const last = parts.at(-1);
  if (opening && last) last.text += opening.text;
  else if (opening) parts.push(opening);
  return parts;
}

/** Punctuation belongs to the word before it, unless it opens; and in other scripts only a space parts two words. */
function belongsTo(before: string, segment: string): boolean {
  if (!SAYS_SOMETHING.test(segment)) return !OPENING.test(segment);
  return !CUT_BY_DICTIONARY.test(before) && !CUT_BY_DICTIONARY.test(segment);
}
