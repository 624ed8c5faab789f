import { HashTable } from './HashTable';
import { lazy } from './lazy';
import { nameData } from './nameData';

/** Bits for what dictionaries of English know of a word besides how often it stands. */
export const ENGLISH = {
  /** Written with a capital more often than not. */
  capital: 1,
  /** compromise has tags for it, such as `MaleName`, `City` or `Adverb`. */
  tagged: 2,
  /** One of its tags is for names of someone or somewhere. */
  named: 4,
  /**
   * One of its tags is for everyday language that is written with a capital all the same: a weekday, a people, a rank.
   */
  everyday: 8,
  country: 16,
  /** A country, a region or a city. */
  place: 32,
  person: 64,
  /** A name of persons, and something else. */
  ambiguous: 128,
  /** A people or its language: `Kazakh`. */
  demonym: 256,
} as const;

/** Count of bits that the flags take; the count of the word stands above them. */
export const ENGLISH_FLAG_BITS = 9;

export interface EnglishEntry {
  /** Times that it stands in 51 million words of film subtitles (SUBTLEX-US). */
  count: number;
  /** Bits of `ENGLISH`. */
  flags: number;
}

const table = lazy(() => HashTable.fromBytes(nameData('english.bin')));

/** Returns the entry of a folded word; zeros for a word no dictionary has. */
export function englishEntry(folded: string): EnglishEntry {
  const value = table().get(folded) ?? 0;
  return { count: value >>> ENGLISH_FLAG_BITS, flags: value & ((1 << ENGLISH_FLAG_BITS) - 1) };
}
