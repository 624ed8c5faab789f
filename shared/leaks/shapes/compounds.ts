import { foldPhrase } from '../../text/matching';

/**
 * Matches what is joined without a space on purpose: hashtags, handles, addresses, file names, capitals within a word.
 */
const JOINED = /[#@_/\\]|\p{Ll}\p{Lu}|\p{L}\.\p{L}|\p{L}\d|\d\p{L}/u;

/** Matches `1st` and `22nd`, which are a number and not a word behind one. */
const ORDINAL = /^\P{L}*\d+(?:st|nd|rd|th)\P{L}*$/iu;

export const isCompound = (text: string): boolean => JOINED.test(text) && !ORDINAL.test(text);

/**
 * Returns the folded words that a compound is put together from: `#FreeMira` → `free`, `mira`; `uTshepo` → `u`,
 * `tshepo`.
 */
export const partsOfCompound = (text: string): string[] =>
  foldPhrase(
    text
      .normalize('NFKC')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
      .replace(/[_#@/\\.]/gu, ' '),
  );
