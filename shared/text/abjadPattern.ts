import { arabicKey, isArabic, isHebrew } from './writing';

/**
 * What each letter is in roman keys, where doubled letters are one. The tables follow the romanisations in use (ALA-LC,
 * IJMES, French and Russian habits); Persian, Urdu and Pashto read some letters otherwise than Arabic.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ...{
    ا: '[aeo]',
    و: 'a?[ouv]+',
    ي: 'a?[ei]{1,2}',
    ی: 'a?[ei]{1,2}',
    ى: '[aei]{1,2}',
    ئ: '[aei]*',
    ؤ: '[aou]*',
  },
  ...{ ع: '[aeiou]?', ء: '', ة: '[ae]?[ht]?', ه: '[hg]?', ب: '[bp]', پ: 'p', ت: 't', ث: '(?:th?|s)' },
  ...{ ج: '(?:d?j|g|ch)', چ: '(?:t?ch|c)', ح: '[hg]', خ: '(?:h|k|ch)', د: 'd', ذ: '(?:dh?|z|th)', ر: 'r' },
  ...{
    ز: '[zs]',
    ژ: '[jz]',
    س: '[sc]',
    ش: '(?:sh?|ch|sch)',
    ص: '[sc]',
    ض: '(?:dh?|z)',
    ط: 't',
    ظ: '(?:z|dh?)',
  },
  ...{ غ: '(?:g|r)', ف: '[fv]', ڤ: 'v', ق: '[kgc]', ك: '[kc]', ک: '[kc]', گ: 'g', ل: 'l', م: 'm', ن: 'n' },
};
const HEBREW: Readonly<Record<string, string>> = {
  ...{ א: '[aeiou]?', ב: '[bv]', ג: '[gj]', ד: 'd', ה: 'h?', ו: '[ouv]+', ז: '[zs]', ח: '(?:ch|h)', ט: 't' },
  ...{
    י: 'a?[ei]{1,2}',
    כ: '(?:ch|[khc])',
    ך: '(?:ch|[khc])',
    ל: 'l',
    מ: 'm',
    ם: 'm',
    נ: 'n',
    ן: 'n',
    ס: 's',
  },
  ...{ ע: '[aeiou]?', פ: '[pf]', ף: '[pf]', צ: '(?:tz|[czs])', ץ: '(?:tz|[czs])', ק: '[kc]', ר: 'r' },
  ...{ ש: '(?:sh?|sch)', ת: '(?:th?|s)' },
};

/**
 * How closely vowels have to fit. Few consonants tell little, so that a name of two is known only by its vowels as they
 * are usually written.
 */
interface Closeness {
  short: string;
  /** Letters between others, where they differ from the tables. */
  within: Readonly<Record<string, string>>;
  last: Readonly<Record<string, string>>;
}
/** Between vowels it may be left out: `Koen`. */
const HEARD_H = '(?:(?<=[aeiou])h|(?<=[aou])(?=[aeo]))';
const CLOSE_I = '(?:e?i|e)';
const LOOSE: Closeness = {
  short: '[aeiou]{0,2}',
  within: {},
  last: { ه: '(?:h|[ae]h?)?', ה: '(?:h|[ae]h?)?' },
};
const CLOSE: Closeness = {
  short: '[aeiou]?',
  within: { ا: '[aeo]', ي: CLOSE_I, ی: CLOSE_I, י: CLOSE_I, ע: '[aeo]', ع: '[aeo]', ه: HEARD_H, ה: HEARD_H },
  last: { ا: 'a', ى: '[aei]', ي: 'i', ی: 'i', י: 'i', ه: '(?:ah?|eh?)', ה: '(?:ah?|eh?)', ة: '[ae][ht]?' },
};
/** Letters that begin a word. The vowel behind them may swallow a half vowel: `Yusuf`. */
const FIRST: Readonly<Record<string, string>> = {
  ...{
    ا: '[aeiou]{1,2}',
    א: '[aeiou]',
    و: '[vou]',
    ي: 'i',
    ی: 'i',
    י: '[ie]',
    ה: 'h',
    ه: 'h',
    ע: '[aeiou]',
    ع: '[aeiou]',
  },
};
/** Letters that are consonants wherever they stand, and are written in other letters too. */
const HEARD = /[^اويیىئؤءةهعאהויע]/gu;
/** Least letters of a word that tells a name, least that are heard, and least of them without close vowels. */
const FEWEST = { letters: 3, heard: 2, loose: 3 };
const ARTICLE = /^ال(?=..)/u;
/** Letters that the article becomes like. */
const SUN = /^[تثدذرزسشصضطظلن]/u;
/** Arabic letters that are vowels themselves, where few consonants tell little. */
const VOWELS = /[اويیى]/u;

/**
 * Returns what matches the roman keys of a name that is written in Arabic or Hebrew letters: `محمد` matches `mohamed`
 * and `muhamad`. Vowels that are written have to be there, and others may be. Null for a word that is too short to tell
 * a name.
 * @param word folded.
 */
export function abjadPattern(word: string): RegExp | null {
  const isOfArabic = isArabic(word);
  if (!isOfArabic && !isHebrew(word)) return null;
  const key = isOfArabic ? arabicKey(word) : word;
  const row = isOfArabic ? key.replace(ARTICLE, '') : key;
  const letters = Array.from(row);
  // A half vowel is heard where a word begins with it, and in `לוי`.
  const heard = (row.match(HEARD)?.length ?? 0) + (/^[يیיו]|.וי$/u.test(row) ? 1 : 0);
  if (letters.length < FEWEST.letters || heard < FEWEST.heard) return null;
  const closeness = heard < FEWEST.loose ? CLOSE : LOOSE;
  const table = isOfArabic ? ARABIC : HEBREW;
  const body = letters
    .map((letter, i) => {
      const isVowel = VOWELS.test(letter) || (i === letters.length - 1 && /[هةה]/u.test(letter));
      const short = i === 0 || (isVowel && closeness === CLOSE) ? '' : closeness.short;
      return short + soundOf(letters, i, letter, table, closeness);
    })
    .join('')
    // צ and ח are written as `zh`, which is one sound in roman keys.
    .replace(/\(\?:tz\|\[czs\]\)(.*?)\(\?:ch\|h\)/u, '(?:$&|t?j)');
  const article = isOfArabic && ARTICLE.test(key) ? `(?:[aeu]l${SUN.test(row) ? '?' : ''})?` : '';
  return new RegExp(`^${article}${body}${closeness === LOOSE ? 'e?' : ''}$`, 'u');
}

function soundOf(
  letters: readonly string[],
  i: number,
  letter: string,
  table: Readonly<Record<string, string>>,
  { within, last }: Closeness,
): string {
  const [before, next] = [letters[i - 1], letters[i + 1]];
  if (i === 0) {
    const sound = FIRST[letter] ?? table[letter] ?? '';
    const isSwallowed = /[يیי]/u.test(letter)
      ? /[وו]/u.test(next ?? '')
      : /[عע]/u.test(letter) && next === 'ا';
    return isSwallowed ? `(?:${sound})?` : sound;
  }
  // Within a word, `ال` is the article, whose letter is often that of the next one: `Abdurrahman`.
  if (i > 1 && letter === 'ا' && next === 'ل' && i < letters.length - 2) return '[aeiou]?';
  if (i > 2 && letter === 'ل' && before === 'ا' && next !== undefined) return 'l?';
  const sound = (next === undefined ? last[letter] : undefined) ?? within[letter] ?? table[letter] ?? '';
  return letter === before && sound !== '' ? `(?:${sound})?` : sound;
}
