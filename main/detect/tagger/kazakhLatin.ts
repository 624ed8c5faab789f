import { KAZAKH_CYRILLIC } from '../lexicon/data/kazakhLatin';
import { remembered } from '../lexicon/remembered';

const CYRILLIC: Readonly<Record<string, string>> = { ...KAZAKH_CYRILLIC, ı: 'і' };
const VOWEL = /[aäeoöuūüyıi]/u;

/** Words of which most Kazakh sentences have one. */
const FREQUENT: ReadonlySet<string> = new Set(
  'men meniñ seniñ onyñ bızdıñ olardyñ jäne üşın bolğan bolady degen edı emes joq osy bül būl bır sol bız olar qazır keiın sonda'.split(
    ' ',
  ),
);
const OWN_LETTER = /[ğñşūäöüı]|q(?!u)/u;
const ONLY_HERE = /[ñū]|q(?!u)/u;
/**
 * Least share of words with a letter that only Kazakh has: about half in a text, and maybe one in seven in sentences of
 * a few words.
 */
const LEAST_SHARE = 0.14;

/** Writes a word in the small letters of this alphabet: `I` is the capital of `ı`, and `İ` that of `i`. */
const small = (word: string): string => word.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase();

/** Returns what a word says about its sentence being Kazakh; null for a word that is not in Latin letters. */
const signsOf = remembered((word) => {
  if (!/^\p{Script=Latin}/u.test(word)) return null;
  const letters = small(word);
  return {
    own: OWN_LETTER.test(letters),
    onlyHere: ONLY_HERE.test(letters),
    frequent: FREQUENT.has(letters),
  };
});

/** Tells whether a sentence is written in Kazakh with Latin letters, rather than in Turkish, Spanish or German. */
export function isKazakhLatin(words: readonly string[]): boolean {
  let all = 0;
  let own = 0;
  let onlyHere = false;
  let frequent = false;
  for (const word of words) {
    const signs = signsOf(word);
    if (!signs) continue;
    all++;
    if (signs.own) own++;
    onlyHere ||= signs.onlyHere;
    frequent ||= signs.frequent;
  }
  return onlyHere && frequent && own >= LEAST_SHARE * all;
}

/** Writes the words of a sentence in Cyrillic; other signs stay. */
export function toCyrillic(words: readonly string[]): string[] {
  // People without `ı` on the keyboard type `i` for both letters, and then mostly mean this one.
  const tellsApart = words.some((word) => /[ıI]/u.test(word));
  return words.map((word) => inCyrillic(word, tellsApart ? 'и' : 'і'));
}

function inCyrillic(word: string, dotted: string): string {
  const letters = small(word);
  let made = '';
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? '';
    // The same letter is a vowel, or a glide behind one: `Abai`.
    const glides = letter === 'i' && VOWEL.test(letters[i - 1] ?? '');
    const written = glides ? 'й' : letter === 'i' ? dotted : (CYRILLIC[letter] ?? letter);
    made += word[i] === letter ? written : written.toUpperCase();
  }
  return made;
}
