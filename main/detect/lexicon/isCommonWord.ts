import { COMMON_BESIDES, COMMON_CAPITALISED } from './data/commonCapitalised';
import { COMMON_CYRILLIC } from './data/commonCyrillic';
import { notDrawnOut } from '../../../shared/text/drawnOut';
import { ENGLISH, englishEntry } from './englishLexicon';
import { placePopulation } from './gazetteer';
import { isGivenName } from './personNames';
import { remembered } from './remembered';

const SUFFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y']],
  [/(?:es|s)$/, ['', 'e']],
  [/ied$/, ['y']],
  [/(?:ed|ing|er|ers|est|or|ors|able)$/, ['', 'e']],
  [/(?:ly|ness|less|ful|ship|ment|ments|ism|ist|ists|like|wards?)$/, ['']],
  [/(.)\1(?:ed|ing|er|ers)$/, ['$1']],
  [/isation(s?)$/, ['ization$1']],
  [/is(e|es|ed|ing|er|ers)$/, ['iz$1']],
  [/our(s|ed|ing|ite|ites|hood|able)?$/, ['or$1']],
  [/tre(s?)$/, ['ter$1']],
  [/ogue(s?)$/, ['og$1']],
  [/ence(s?)$/, ['ense$1']],
  [/ll(ed|ing|er|ers)$/, ['l$1']],
];
const PREFIX = /^(?:un|re|non|over|under|out|mis|pre|inter|anti|co|counter|semi|multi|ex)(?=\p{L}{4})/u;

/**
 * Tells whether a folded word is everyday English, inflected forms included, and so names nobody alone. Never true for
 * a word better known as a name of a person or a place: `mark` and `rose` are not common here.
 */
export const isCommonWord = remembered((folded: string): boolean => {
  const word = folded.replace(/'(?:s|re|ll|ve|d|m|t)?$/u, '');
  if (/^\d{1,4}(?:st|nd|rd|th|s)?$/u.test(word) || word.length <= 1) return true;
  if (isPlain(word) || notDrawnOut(word).some(isPlain)) return true;
  return word.length > 3 && !isCapital(word) && !isName(word) && stemsOf(word).some(isPlainStem);
});

const isCapital = (word: string): boolean => (englishEntry(word).flags & ENGLISH.capital) !== 0;

function isPlain(word: string): boolean {
  const { count, flags } = englishEntry(word);
  if (COMMON_CAPITALISED.has(word) || COMMON_BESIDES.has(word) || COMMON_CYRILLIC.has(word)) return true;
  if (count === 0 && (flags & ENGLISH.tagged) === 0) return false;
  const named = (flags & ENGLISH.named) !== 0;
  if (flags & ENGLISH.capital) return !named && (flags & ENGLISH.everyday) !== 0;
  // Subtitles write some foreign names small; a word this rare counts only when it is no name elsewhere.
  return count >= 25 || !(named || isName(word));
}

/**
 * Tells whether a folded word is everyday English that is always written with a capital: a weekday, a people, a rank.
 */
export const isCapitalisedWord = (folded: string): boolean =>
  COMMON_CAPITALISED.has(folded) ||
  (isCapital(folded) && !COMMON_BESIDES.has(folded) && isCommonWord(folded));

const isName = (word: string): boolean => isGivenName(word) || placePopulation(word) >= 15_000;

/** True for a stem that is common by itself, and so makes a word common: `ivan` must not come from a rare `iv`. */
const isPlainStem = (stem: string): boolean =>
  stem.length >= 3 &&
  isPlain(stem) &&
  (englishEntry(stem).count >= 20 || stem.length >= 6) &&
  !isCapital(stem);

function stemsOf(word: string): string[] {
  const stems = SUFFIXES.flatMap(([ending, replacements]) =>
    ending.test(word) ? replacements.map((replacement) => word.replace(ending, replacement)) : [],
  );
  const bare = [word, ...stems].flatMap((stem) => (PREFIX.test(stem) ? [stem.replace(PREFIX, '')] : []));
  return [...stems, ...bare];
}
