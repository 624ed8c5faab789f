import { foldPhrase } from '../../text/matching';

/** Least words by which an organisation or a place is called for short. */
const FEWEST_WORDS = 2;
/** Least letters of words that tell it when they are written as one. */
const TELLING_LETTERS = 6;
const ARTICLE = /^(?:the|der|die|das|le|la|el)$/u;

/** Returns the first words of a name of several, by which it is called for short: `free press` of Free Press Union. */
export function firstWordsOf(name: string): string[][] {
  const words = foldPhrase(name);
  const own = ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
  return own.slice(FEWEST_WORDS).map((_, k) => own.slice(0, FEWEST_WORDS + k));
}

/** Returns the same, and the whole name, written as one word. */
export function gluedTitlesOf(name: string): string[] {
  const words = foldPhrase(name);
  const own = ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
  if (own.length < FEWEST_WORDS) return [];
  return [own, ...firstWordsOf(name)]
    .map((some) => some.join(''))
    .filter((row) => row.length >= TELLING_LETTERS);
}
