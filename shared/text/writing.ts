/** The use of capitals in a text: as in its language, hardly at all, or for everything. Only the first tells names. */
export type Casing = 'cased' | 'none' | 'all';

/** Least share of words with a capital in a text that uses capitals: even the plainest sentences begin with one. */
const HARDLY_SHARE = 0.02;

/** Tells how the words of a transcript use capitals. Words of scripts without capitals do not count. */
export function casingOf(words: Iterable<string>): Casing {
  let [letters, capitals, upper] = [0, 0, 0];
  for (const text of words) {
    if (!hasCase(text)) continue;
    letters++;
    if (/^[^\p{L}]*\p{Lu}/u.test(text)) capitals++;
    if (/^[^\p{L}]*\p{Lu}[\p{Lu}\p{M}]+[^\p{L}]*$/u.test(text)) upper++;
  }
  if (letters === 0) return 'cased';
  if (upper > letters / 2) return 'all';
  return capitals < letters * HARDLY_SHARE ? 'none' : 'cased';
}

/** Tells whether a word begins with a small letter; never true in a script without capitals. */
export const isSmall = (text: string): boolean => /^[^\p{L}]*(?!\p{Script=Georgian})\p{Ll}/u.test(text);

/** Tells whether a word has letters with capitals in use. Georgian sets capitals for whole headlines only. */
export const hasCase = (text: string): boolean => /(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]/u.test(text);

/**
 * Returns a key of a folded word that the spellings of one Cyrillic name in Russian, Kazakh, Kyrgyz, Tatar and
 * Ukrainian share.
 */
export const cyrillicKey = (folded: string): string =>
  /[әғқңөұүһіэъёйєґ]/u.test(folded)
    ? folded.replace(/[әғқңөұүһіэъёйєґ]/gu, (letter) => CYRILLIC[letter] ?? '')
    : folded;

const CYRILLIC: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  э: 'е',
  ё: 'е',
  й: 'и',
  є: 'е',
  ґ: 'г',
};

/** Writes Arabic letters without vowel signs, with one alef and without the stretching line. */
export const arabicKey = (folded: string): string =>
  folded.replace(/[\u064b-\u0655\u0670\u0640]/gu, '').replace(/[آأإٱ]/gu, 'ا');

export const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word);
export const isLatin = (word: string): boolean => /^\p{Script=Latin}+$/u.test(word);
export const isArabic = (word: string): boolean => /^[\p{Script=Arabic}\p{M}]+$/u.test(word);
export const isHebrew = (word: string): boolean => /^[\p{Script=Hebrew}\p{M}]+$/u.test(word);

/** Matches a word that ends a sentence, also when quotes or brackets follow its sign. */
export const SENTENCE_END = /[.!?…:。！？؟۔]["'”’»)\]]*$/u;
