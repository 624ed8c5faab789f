import { COMMON_CYRILLIC } from '../lexicon/data/commonCyrillic';
import { isCommonWord } from '../lexicon/isCommonWord';
import type { Token } from './tokenize';

/** A text as the finders see it. */
export interface Reading {
  tokens: readonly Token[];
  /** True if the text uses capitals as English does; otherwise they tell nothing. */
  cased: boolean;
  /** True if most of it is English, so that a word the dictionaries lack says something. */
  english: boolean;
  /** Folded words that also stand in small letters; they are no names where they open a sentence. */
  small: ReadonlySet<string>;
}

/** Least share of everyday English among words in small letters in an English text, which may have foreign words. */
const ENGLISH_WORD_SHARE = 0.6;

export function readingOf(tokens: readonly Token[]): Reading {
  const cased = isCased(tokens);
  const written = tokens.filter(({ text, capital }) => text.length > 1 && !(cased && capital));
  const common = written.filter(({ folded }) => isCommonWord(folded) && !COMMON_CYRILLIC.has(folded)).length;
  const small = new Set(written.filter(() => cased).map(({ folded }) => folded));
  return { tokens, cased, english: common >= written.length * ENGLISH_WORD_SHARE, small };
}

/**
 * Tells whether capitals are used: some stand within sentences, or most sentences open with one, and not all is in
 * capitals.
 */
function isCased(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /\p{L}{2}/u.test(text));
  const capitals = words.filter(({ capital, telling }) => capital && telling).length;
  const upper = words.filter((token) => token.upper).length;
  const opening = words.filter(({ opens }) => opens);
  const opened = opening.filter(({ capital }) => capital).length;
  return upper < words.length / 2 && (capitals >= words.length / 80 || opened > opening.length / 2);
}
