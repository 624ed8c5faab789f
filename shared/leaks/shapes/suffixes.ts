/**
 * A rule for chains of endings behind a name, in the language's own order: number, whose, case, and what is made of
 * that. They are compared as the finder compares: folded, Cyrillic by its key.
 */
export interface SuffixRule {
  /** Matches the whole rest of a word behind the name. */
  rest: RegExp;
  /** Least letters of a name that endings are looked for behind. */
  shortest: number;
}

/** Kazakh, Kyrgyz, Tatar, Bashkir in Cyrillic, with і as и, ғ as г, ң as н. */
export const TURKIC_CYRILLIC: SuffixRule = {
  shortest: 3,
  rest: chain(
    'л[аеоу]р|д[аеоу]р|т[аеоу]р|н[ае]р',
    '[ыиу]?м|[ыиу]?н|с?[ыиу]|[ыиу]?м[ыиу]з|[ыиу]?н[ыиу]з',
    [
      '[ндт][ыиу]н|[гкн][аео]|[аеоя]|[ндт][ыиу]|н|[дт][аео]|нд[аео]|[дт][аео]н|н[ае]н|[мбп]ен(?:ен)?|м[ае]н',
      '[ндт]ики|[дт][ае]г[ыи]|нд[ае]г[ыи]|ш[ае]|ч[ае]|[дт][ае]и|с[ыи]з|л[ыи]|[лдт][ыи]к|к[ие]|к[ае]',
    ],
    '[мбп][ыи]н|с[ыи]н|с[ыи]з|м[ыи]з',
  ),
};

/**
 * Turkish, Azerbaijani, Uzbek, Turkmen, Uyghur and Kazakh in Latin letters, without accents. Respect comes first:
 * -jon, -xon.
 */
export const TURKIC_LATIN: SuffixRule = {
  shortest: 3,
  rest: chain(
    'l[ae]r|[dt][ae]r|nin|d?[jz]h?[ao]n|[xh][ao]n',
    '[iu]?m|[iu]?n(?:g)?|[sy]?[iu]|[iu]?m[iu]z|[iu]?n[iu]z|lari|leri',
    [
      '[nd]?[iu]n(?:g)?|n[iu]ng|d[iu]ng|t[iu]ng|[yn]?[aei]|[yn]u|[gkqn][ae]|gh[ae]|[dt][ae]|nd[ae]|[dt][aei]n|nd[ae]n|y?l[ae]|b[ei]l[ae]n|m[ei]n|[bp]en|[ndt]y(?:ng?)?',
      'n?[iu]?ki|gi|dagi|niki|c[ae]|ch[ae]|l[iu]k?|s[iu]z|gil|day|d[iu]r',
    ],
    'm[ae]n|s[ae]n|m[iu]z|d[iu]r',
    'l[iu]k?',
  ),
};

/** Uyghur in Arabic letters. */
export const TURKIC_ARABIC: SuffixRule = {
  shortest: 3,
  rest: chain(
    'لار|لەر',
    'ىم|ۇم|ۈم|ىڭ|ۇڭ|ى|سى|ىمىز|لىرى',
    ['نىڭ|غا|قا|گە|كە|نى|دا|دە|تا|تە|دىن|تىن|نىڭكى|دىكى|تىكى|چە|دەك|تەك|غىچە|گىچە'],
    'مۇ|مەن|سەن|چۇ',
  ),
};

/** Finnish and Estonian: the case, whose, and what is stressed. */
export const FINNIC: SuffixRule = {
  shortest: 3,
  rest: chain(
    'i|j|e|oi',
    '[nt]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|[aä]|t[aä]|n[aä]|ksi|tt[aä]|[aeiouyäö]n|h[aeiouyäö]n|seen|iden|den',
    ['ni|si|ns[aä]|mme|nne'],
    'kin|kaan|kään|k[oö]|h[aä]n',
  ),
};

/** English and its neighbours: several of one family, and what is called after a name. */
export const LATIN_PLURAL: SuffixRule = { shortest: 2, rest: /^e?s$/u };
export const LATIN_DERIVED: SuffixRule = {
  shortest: 5,
  rest: /^(?:i|is|ian|ians|an|ans|ite|ites|ist|ists|ism|ish|ese|esque|er|ers|gate|jan|zhan|dzhan|djan|jon|khan|xon|aga|agha|bey|bai|bay|chik|sha|ake|eke|bek|\d+)$/u,
};

function chain(plural: string, whose: string, cases: readonly string[], said: string, from = ''): RegExp {
  const one = (options: string) => `(?:${options})?`;
  return new RegExp(
    `^(?=.)${one(from)}${one(plural)}${one(whose)}${cases.map(one).join('')}${one(said)}$`,
    'u',
  );
}

/**
 * Tells whether endings follow the vowels of a Kazakh stem; `и` and `у` go with both, and -мен, -бен, -пен with all.
 */
export function isInHarmony(stem: string, rest: string): boolean {
  const last = /[аоуыяюеэиәөүіұ](?=[^аоуыяюеэиәөүіұ]*$)/u.exec(stem)?.[0] ?? '';
  if (stem.endsWith('ь') || !/[аоыяұеәөүі]/u.test(last)) return true;
  const plain = rest.replace(/[мбп]енен$|[мбп]ен$|[ндт]ики$|[ндт]ікі$/u, '');
  const isFront = /[еәөүі]/u.test(last);
  return isFront ? !/[аыоұя]/u.test(plain) : !/[еәөүі]/u.test(plain);
}

/** Endings that are taken off a Kazakh name which was itself withheld in a case form; only the surest ones. */
const CASE_ENDING =
  /^(..{2,}?)(?:[лдт](?:ар|ер))?(?:[ндт](?:ың|ің)|[ғқ]а|[гк]е|[ндт](?:ы|і)|[дт](?:а|е)|[дтн](?:ан|ен)|[мбп]ен|[ндт]ікі)?$/u;

/** Returns what a Kazakh name in a case form may be the form of, in its own letters: `ерланның` → `ерлан`. */
export function withoutCase(name: string): string[] {
  const stem = CASE_ENDING.exec(name)?.[1];
  return stem === undefined || stem === name ? [] : [stem];
}

/** Changes by which Finnish weakens what stands before its endings, by the last letters. */
const FINNISH: readonly (readonly [RegExp, string])[] = [
  [/nen$/u, 'se'],
  [/nen$/u, 's'],
  [/(k|p|t)\1([aeiouy])$/u, '$1$2'],
  [/nk([aeiouy])$/u, 'ng$1'],
  [/nt([aeiouy])$/u, 'nn$1'],
  [/lt([aeiouy])$/u, 'll$1'],
  [/rt([aeiouy])$/u, 'rr$1'],
  [/mp([aeiouy])$/u, 'mm$1'],
  [/([aeiouyhlr])t([aeiouy])$/u, '$1d$2'],
  [/([aeiouyhlr])k([aeiouy])$/u, '$1$2'],
  [/([aeiouylr])p([aeiouy])$/u, '$1v$2'],
  [/([uyoe])s$/u, '$1kse'],
  [/([aeiouy])s$/u, '$1$1'],
  [/i$/u, 'e'],
];

/** Returns the stems that a Finnish name has before endings, beside itself: `matti` → `mati`, `lahti` → `lahde`. */
export function finnishStems(name: string): string[] {
  const weak = FINNISH.flatMap(([end, stem]) => (end.test(name) ? [name.replace(end, stem)] : []));
  return [...weak, ...weak.filter((stem) => stem.endsWith('i')).map((stem) => `${stem.slice(0, -1)}e`)];
}
