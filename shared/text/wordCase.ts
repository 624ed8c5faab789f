import type { Word } from '../model/word';
import { foldPhrase } from './matching';
import { casingOf, isSmall, type Casing } from './writing';

/** The use of capitals in a transcript. */
export interface WordCase {
  casing: Casing;
  /** The folded words that are written small somewhere. */
  small: ReadonlySet<string>;
}

const known = new WeakMap<readonly Word[], WordCase>();

/** Reads the capitals of words, once for each list: a list is never changed, only replaced, and every mark asks. */
export function wordCase(words: readonly Word[]): WordCase {
  const before = known.get(words);
  if (before) return before;
  const texts = words.map(({ text }) => text);
  // Nearly every word of a transcript stands there many times, so each spelling is folded once.
  const small = new Set([...new Set(texts)].filter(isSmall).flatMap(foldPhrase));
  const made = { casing: casingOf(texts), small };
  known.set(words, made);
  return made;
}
