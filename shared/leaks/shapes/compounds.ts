import { foldPhrase } from '../../text/matching';

/** What is joined without a space on purpose: hashtags, handles, addresses, file names, capitals within a word. */
const JOINED = /[#@_/\\]|\p{Ll}\p{Lu}|\p{L}\.\p{L}|\p{L}\d|\d\p{L}/u;

/** `1st`, `22nd`: a number, and no word behind one. */
const ORDINAL = /^\P{L}*\d+(?:st|nd|rd|th)\P{L}*$/iu;

export const isCompound = (text: string): boolean => JOINED.test(text) && !ORDINAL.test(text);

/** The folded words that a compound is put together of: `#FreeMira` → `free`, `mira`; `uTshepo` → `u`, `tshepo`. */
export const partsOfCompound = (text: string): string[] =>
  foldPhrase(
    text
      .normalize('NFKC')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
      .replace(/[_#@/\\.]/gu, ' '),
  );
