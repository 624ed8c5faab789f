const OF_MAN = '(?:a|u|em|om|e|i|ei|am|ami|ah)?';
const OF_WOMAN = '(?:a|i|e|u|o|oi|ou|oiu|am|ami|ah)?';
/** Son of and daughter of, behind the name of the father, and the cases of the Turkic languages. */
const CHILD =
  '(?:ulu?i?|ugli|oghl[iu]|ogl[iu]|k[iy]zi|gizi|zad[aei]h?|zoda|teg[iy])' +
  '(?:lar|ler|dar|der)?(?:[ndt][iu]ng?|[gk]h?[aeo]|n[aei]|[ndt]i|[dt][ae]n?|nd[ae]n?|n[ae]n|[mbp]en)?';

/**
 * Endings that make of a father's name what his children are called and what is his, as roman keys have them, each with
 * the least letters in front of it. Two are enough where nothing else ends so. Sources: Wade, A Comprehensive Russian
 * Grammar (2011), ch. 2; Pugh and Press, Ukrainian: A Comprehensive Grammar (1999), ch. 2; for CHILD the laws on names
 * of Kazakhstan, Kyrgyzstan, Azerbaijan, Uzbekistan and Tajikistan.
 */
const ENDINGS: readonly (readonly [matches: RegExp, shortest: number])[] = [
  [new RegExp(`[oeai]vi(?:t?ch|cz?)${OF_MAN}$`, 'u'), 2],
  [new RegExp(`[oeai]vn${OF_WOMAN}$`, 'u'), 2],
  [new RegExp(`(?:in)?ichn${OF_WOMAN}$`, 'u'), 2],
  [new RegExp(`${CHILD}$`, 'u'), 2],
  // Zurich is nobody's son.
  [new RegExp(`ich${OF_MAN}$`, 'u'), 4],
  [/[oe]v(?:a|u|i|e|o|oi|ou|im|om|ih|imi|ogo|omu)?$/u, 3],
];
/** Matches the short patronymics of names in -a: `ilich`. */
const OF_NAME_IN_A = new RegExp(`^(..+?)ich${OF_MAN}$`, 'u');

const stemOf = (key: string): string => key.replace(/[aeiou]+$/u, '');

/**
 * Returns by what a father is known in what his children are called: `sergei` gives `serg`, `pavel` gives `pavel` and
 * `pavl`.
 * @param key the roman key of his name.
 */
export function fatherKeys(key: string): string[] {
  const stem = stemOf(key);
  const [, head, last] = /^(.*[^aeiou])[eo]([^aeiou])$/u.exec(key) ?? [];
  return [
    stem,
    ...(head !== undefined && last !== undefined ? [head + last] : []),
    ...(key.endsWith('a') ? [`${stem}a`] : []),
  ];
}

/**
 * Returns whose child somebody may be who is called so, and whose a thing may be: `timurovna`, `erlanuli`, `timurova`.
 * Fathers are as `fatherKeys` gives them.
 * @param key the roman key of a word.
 */
export function childOf(key: string): string[] {
  const fathers = ENDINGS.flatMap(([matches, shortest]) => {
    const end = matches.exec(key)?.index;
    const father = end === undefined ? '' : stemOf(key.slice(0, end));
    return father.length >= shortest ? [father] : [];
  });
  const short = OF_NAME_IN_A.exec(key)?.[1];
  return short === undefined ? fathers : [...fathers, `${stemOf(short)}a`];
}

/** Matches patronymics in Cyrillic by their key. */
const CYRILLIC =
  /^(.{2,}?)(?:([оеиа]в)(?:ич|н)|(?:ин)?(ичн|ич)|(?:улы|улу|уулу|угли|огл[ыиу]|к[ыи]з[ыи]|гизи|зад[ае]|зода|теги))(?:а|ы|и|е|у|о|ои|ою|ем|ом)?$/u;

/**
 * Returns the names that a father may have whose child has a patronymic: `тимурович` gives `тимур`. Some are no names,
 * which does no harm.
 * @param word in Cyrillic, by `cyrillicKey`.
 */
export function fathersOf(word: string): string[] {
  const [, stem, link, short] = CYRILLIC.exec(word) ?? [];
  if (stem === undefined) return [];
  if (short !== undefined) return [`${stem}а`, `${stem}я`];
  if (link !== 'ев') return [stem];
  // `сергеевич`, `георгиевич`, `васильевич`; `игоревич` is of a name with a soft end.
  if (/[аеиоуыэюя]$/u.test(stem)) return [`${stem}и`, stem];
  return stem.endsWith('ь') ? [`${stem.slice(0, -1)}ии`] : [stem, `${stem}ь`];
}
