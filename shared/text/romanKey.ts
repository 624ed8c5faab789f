import { transliterate } from 'transliteration';

/**
 * Folds a text to lower case, without accents and invisible characters, with one kind of apostrophe: `Ürümqi’` →
 * `urumqi'`.
 */
export function fold(text: string): string {
  if (/^[\w'-]*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .replace(/[’‘ʼʻ`´]/gu, "'")
    .toLowerCase();
}

/** Kazakh, Kyrgyz, Uyghur and Tatar letters that general tables render as signs. */
const TURKIC: Record<string, string> = {
  ә: 'a',
  ғ: 'gh',
  қ: 'q',
  ң: 'ng',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  і: 'i',
  җ: 'j',
};

const EQUAL: readonly (readonly [RegExp, string])[] = [
  [/'/g, ''],
  [/dzh|zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ts/g, 'c'],
  [/y/g, 'i'],
  [/iu/g, 'u'],
  [/ie/g, 'e'],
  [/io/g, 'o'],
  [/(.)\1+/g, '$1'],
];

/**
 * Returns a key that the usual romanisations of one name share, its Cyrillic spellings included: `Aigul`, `Aygül`,
 * `Айгуль` → `aigul`. Only for comparing; it is not a spelling.
 */
export function romanKey(text: string): string {
  let key = fold(text);
  if (/[^\p{ASCII}]/u.test(key)) {
    key = fold(
      transliterate(
        Array.from(key)
          .map((letter) => TURKIC[letter] ?? letter)
          .join(''),
      ),
    ).replace(/\s+/gu, '');
  }
  for (const [spelling, letter] of EQUAL) key = key.replace(spelling, letter);
  return key;
}
