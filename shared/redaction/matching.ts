import type { Word } from '../transcript/word';
import { splitWord } from './marker';

/** The form under which two spellings count as the same written word: no case, no accents' encoding, no edges. */
export function foldWord(text: string): string {
  return splitWord(text.normalize('NFKC')).core.toLocaleLowerCase('und').replaceAll('’', "'");
}

/** Splits a phrase into folded words; an empty list when nothing is left of it. */
export function foldPhrase(phrase: string): string[] {
  return phrase
    .split(/\s+/u)
    .map(foldWord)
    .filter((word) => word !== '');
}

/**
 * Every place where the words of `phrase` stand one after another, as index ranges `[first, last]` into
 * `words`. Ranges do not overlap; punctuation, case and a possessive do not matter.
 */
export function findPhrase(words: readonly Word[], phrase: string): [number, number][] {
  const wanted = foldPhrase(phrase);
  if (wanted.length === 0) return [];
  const folded = words.map((word) => foldWord(word.text));
  const found: [number, number][] = [];
  for (let i = 0; i + wanted.length <= folded.length; i++) {
    if (wanted.every((word, k) => folded[i + k] === word)) {
      found.push([i, i + wanted.length - 1]);
      i += wanted.length - 1;
    }
  }
  return found;
}
