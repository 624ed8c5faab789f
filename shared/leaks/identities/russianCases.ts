/** A name that a word may be a case form of, as it is called, with the gender and the case that the form then has. */
export interface Reading {
  lemma: string;
  /** `x` when the form does not tell. */
  gender: 'm' | 'f' | 'x';
  /** A letter for each case (n g d a i p), `*` for all. */
  cases: string;
}

interface Pattern {
  /** End of the nominative. */
  called: string;
  gender: Reading['gender'];
  /** Matches what stands in front of the ending. */
  stem: RegExp;
  /** Endings by case. */
  endings: Readonly<Record<string, string>>;
}

const CONSONANT = /[бвгджзклмнпрстфхцчшщ]$/u;
/** Matches the stem of `Залесский`, but not of `Зуевой`. */
const OF_ADJECTIVE = /(?<!..ов|..ев|..ин|..ын)(?<=[бвгджзклмнпрстфхцчшщ])$/u;
const OF_SURNAME = /..(?:ов|ев|ин|ын)$/u;

/**
 * Singular of names, folded (й is и, ё is е): given names, patronymics, surnames, places. From Wade, A Comprehensive
 * Russian Grammar (2011), ch. 3 and 5. Plurals are left out: `Иванов` is not a genitive of several Ivans.
 */
const PATTERNS: readonly Pattern[] = [
  {
    called: 'а',
    gender: 'x',
    stem: CONSONANT,
    endings: { n: 'а', g: 'ы и', d: 'е', a: 'у', i: 'ои ою еи ею', p: 'е' },
  },
  {
    called: 'я',
    gender: 'x',
    stem: /.$/u,
    endings: { n: 'я', g: 'и', d: 'е и', a: 'ю', i: 'еи ею', p: 'е и' },
  },
  {
    called: '',
    gender: 'm',
    stem: CONSONANT,
    endings: { n: '', g: 'а', d: 'у', a: 'а', i: 'ом ем', p: 'е' },
  },
  { called: 'ь', gender: 'm', stem: CONSONANT, endings: { n: 'ь', g: 'я', d: 'ю', a: 'я', i: 'ем', p: 'е' } },
  {
    called: 'ь',
    gender: 'f',
    stem: CONSONANT,
    endings: { n: 'ь', g: 'и', d: 'и', a: 'ь', i: 'ью', p: 'и' },
  },
  {
    called: 'и',
    gender: 'm',
    stem: /[аеоуыиюя]$/u,
    endings: { n: 'и', g: 'я', d: 'ю', a: 'я', i: 'ем', p: 'е и' },
  },
  // Surnames have an instrumental of their own: `Ивановым`.
  { called: '', gender: 'm', stem: OF_SURNAME, endings: { i: 'ым' } },
  {
    called: 'а',
    gender: 'f',
    stem: OF_SURNAME,
    endings: { n: 'а', g: 'ои', d: 'ои', a: 'у', i: 'ои ою', p: 'ои' },
  },
  ...['ии', 'ыи', 'ои'].map((called): Pattern => ({
    called,
    gender: 'm',
    stem: OF_ADJECTIVE,
    endings: { n: called, g: 'ого его', d: 'ому ему', a: 'ого его', i: 'ым им', p: 'ом ем' },
  })),
  {
    called: 'ая',
    gender: 'f',
    stem: OF_ADJECTIVE,
    endings: { n: 'ая', g: 'ои еи', d: 'ои еи', a: 'ую', i: 'ои еи ою', p: 'ои еи' },
  },
  {
    called: 'о',
    gender: 'x',
    stem: CONSONANT,
    endings: { n: 'о', g: 'а', d: 'у', a: 'о', i: 'ом', p: 'е' },
  },
];

interface Ending {
  pattern: Pattern;
  cases: string;
}

/** Patterns that an ending may belong to, with the cases that it then tells. */
const BY_ENDING = new Map<string, Ending[]>();
for (const pattern of PATTERNS) {
  const cases = new Map<string, string>();
  for (const [name, endings] of Object.entries(pattern.endings))
    for (const ending of endings.split(' ')) cases.set(ending, (cases.get(ending) ?? '') + name);
  for (const [ending, names] of cases)
    BY_ENDING.set(ending, [...(BY_ENDING.get(ending) ?? []), { pattern, cases: names }]);
}
const LONGEST_ENDING_LETTERS = 3;
/** Least letters of a stem; `Цой` has no shorter one. */
const SHORTEST_STEM_LETTERS = 2;

/**
 * Returns all that a Russian name may be a case form of, itself included.
 * @param word folded, in Cyrillic, by `cyrillicKey`.
 * @param isSaid tells whether a name stands in the same text. Rules alone cannot find again a vowel that other cases
 * lose (`павла` → `павел`), nor the name in a possessive (`анин` → `анна`).
 */
export function russianCases(word: string, isSaid: (name: string) => boolean): Reading[] {
  const readings: Reading[] = [];
  for (let letters = 0; letters <= LONGEST_ENDING_LETTERS; letters++) {
    const stem = word.slice(0, word.length - letters);
    if (stem.length < SHORTEST_STEM_LETTERS) break;
    for (const { pattern, cases } of BY_ENDING.get(word.slice(stem.length)) ?? []) {
      const { called, gender } = pattern;
      if (pattern.stem.test(stem)) readings.push({ lemma: stem + called, gender, cases });
      if (called !== '' && called !== 'ь') continue;
      for (const full of withVowel(stem, called))
        if (letters > 0 && isSaid(full)) readings.push({ lemma: full, gender, cases });
    }
  }
  // Surnames of women that end in a consonant are not declined, and neither are names that end in other vowels.
  if (!/[ая]$/u.test(word)) readings.push({ lemma: word, gender: 'x', cases: '*' });
  const [, owner] = /^(..+)ин(?:а|о|ы|ои|у|ым|ом|ых)?$/u.exec(word) ?? [];
  if (owner !== undefined)
    for (const name of [`${owner}а`, `${owner}я`])
      if (isSaid(name)) readings.push({ lemma: name, gender: 'x', cases: '*' });
  return readings;
}

/** Adds the vowel that only the nominative has: `павл` → `павел`, `льв` → `лев`. */
function withVowel(stem: string, called: string): string[] {
  const [, head = '', last = ''] = /^(.*[бвгджзклмнпрстфхцчшщ])ь?([вжклмнпрстхцш])$/u.exec(stem) ?? [];
  return head === '' ? [] : [`${head}е${last}${called}`, `${head}о${last}${called}`];
}
