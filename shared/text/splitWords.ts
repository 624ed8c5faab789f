import { CUT_BY_DICTIONARY } from './spaceless';

/** A word of a text, and the position in the text where it begins (UTF-16). */
export interface SplitWord {
  text: string;
  at: number;
  /** True when no space stands before it. */
  glued?: true;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const OPENING = /^[\p{Ps}\p{Pi}¿¡]+$/u;

/** One dictionary holds Han and kana whatever the language, and each of the other scripts has its own. */
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Returns the words of a text, each with its punctuation: what stands between two spaces and, in scripts that have
 * none, the words of the Unicode dictionaries. Put together again, glued words without a space, they read as before.
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

/** Tells whether a word stands right behind another one, when only the two are known. */
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

/**
 * Tells whether a segment belongs to the word before it. Punctuation does, unless it opens. In scripts that have spaces
 * only a space parts two words.
 */
function belongsTo(before: string, segment: string): boolean {
  if (!SAYS_SOMETHING.test(segment)) return !OPENING.test(segment);
  return !CUT_BY_DICTIONARY.test(before) && !CUT_BY_DICTIONARY.test(segment);
}
