/**
 * The case forms of a Russian name, by the declensions of given names, patronymics and surnames, from any of its forms:
 * the withheld one may itself be a case form. All in small letters with и for й and е for ё, as they are compared; so
 * `цои` gives `цоя`, `цоем`. Some of what is given is no Russian, which does no harm: names are compared, not written.
 */
export function russianForms(word: string): Set<string> {
  const forms = new Set<string>();
  if (word.length < 2) return forms;
  for (const name of nominatives(word)) for (const form of paradigm(name)) forms.add(form);
  return forms;
}

/** Endings of oblique cases, and what may stand instead of them in the nominative. */
const BACK: readonly (readonly [string, readonly string[]])[] = [
  ['ыми', ['', 'ыи', 'ии']],
  ['ами', ['', 'а']],
  ['ями', ['я', 'ь', 'и']],
  ['ого', ['ии', 'ыи', 'ои']],
  ['ому', ['ии', 'ыи', 'ои']],
  ['ую', ['ая']],
  ['ых', ['', 'ыи']],
  ['их', ['ии']],
  ['ым', ['', 'ыи']],
  ['им', ['ии', '']],
  ['ою', ['а']],
  ['ои', ['а', 'ая']],
  ['еи', ['а', 'я']],
  ['ью', ['ь']],
  ['ом', ['', 'ои']],
  ['ем', ['', 'ь', 'и']],
  ['ам', ['', 'а']],
  ['ах', ['', 'а']],
  ['ов', ['']],
  ['а', ['']],
  ['я', ['ь', 'и']],
  ['у', ['', 'а']],
  ['ю', ['я', 'ь', 'и']],
  ['ы', ['', 'а']],
  ['и', ['а', 'я', 'ь', '']],
  ['е', ['а', 'я', '', 'ь', 'и']],
];

function nominatives(word: string): Set<string> {
  const names = new Set([word]);
  for (const [ending, instead] of BACK) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (!isStem(stem)) continue;
    // Surnames in -ов are no plurals of given names.
    if (ending === 'ов' && stem.length < 3) continue;
    for (const other of instead) names.add(stem + other);
  }
  for (const name of [...names]) for (const full of refilled(name)) names.add(full);
  return names;
}

/** What is left of a name without its ending has a vowel, or is known by two consonants: `льв`, `цо`. */
const isStem = (stem: string): boolean => stem.length >= 2;

const VOWEL = /[аеиоуыэюя]/u;

/** `льв` → `лев`, `павл` → `павел`: with the vowel that only the nominative has. */
function refilled(name: string): string[] {
  const found = /^(.*?)ь?([бвгджзиклмнпрстфхцчшщ])$/u.exec(name);
  const [, head = '', last = ''] = found ?? [];
  if (head === '' || VOWEL.test(head.slice(-1)) || !/[лвкцр]/u.test(last)) return [];
  return [`${head}е${last}`, `${head}о${last}`];
}

const A = ['а', 'ы', 'и', 'е', 'у', 'ои', 'ою', 'еи', 'ам', 'ами', 'ах'];
const IA = ['я', 'и', 'е', 'ю', 'еи', 'ею', 'ям', 'ями', 'ях'];
const HARD = ['', 'а', 'у', 'ом', 'ем', 'е', 'ы', 'и', 'ов', 'еи', 'ам', 'ами', 'ах'];
const SOFT = ['ь', 'я', 'ю', 'ем', 'е', 'и', 'еи', 'ью', 'ям', 'ями', 'ях'];
const SHORT_I = ['и', 'я', 'ю', 'ем', 'е', 'ев', 'ям', 'ями', 'ях'];
const OF_SURNAME = ['', 'а', 'у', 'ым', 'ом', 'е', 'ои', 'ою', 'ы', 'ых', 'ыми'];
const ADJECTIVE = [
  ...['ии', 'ыи', 'ои', 'ого', 'его', 'ому', 'ему', 'им', 'ым', 'ом', 'ем'],
  ...['ая', 'яя', 'ую', 'юю', 'еи', 'ою', 'ие', 'ые', 'их', 'ых', 'ими', 'ыми'],
];
/** `анин`, `сашина`: whose something is, of names in -а and -я. */
const POSSESSIVE = ['ин', 'ина', 'ино', 'ины', 'инои', 'ину', 'иным', 'ином', 'иных'];

function paradigm(name: string): string[] {
  const ending = (letters: number) => name.slice(0, -letters);
  const on = (stem: string, endings: readonly string[]) => endings.map((end) => stem + end);
  if (/(?:[сц]к|н|т|л|в|р|д|к|г)(?:ии|ыи|ои|ая)$/u.test(name) && name.length > 4)
    return [
      ...on(ending(2), ADJECTIVE),
      ...(name.endsWith('ои') || name.endsWith('ии') ? on(ending(1), SHORT_I) : []),
    ];
  if (/..(?:ов|ев|ин|ын)а$/u.test(name)) return [...on(ending(1), OF_SURNAME), ...on(ending(1), A)];
  if (/..(?:ов|ев|ин|ын)$/u.test(name)) return [...on(name, OF_SURNAME), ...on(name, HARD)];
  if (name.endsWith('а'))
    return [
      ...on(ending(1), A),
      ...on(ending(1), POSSESSIVE),
      // Called out: `Саш`, `Мам`.
      ...(name.length > 3 ? [ending(1)] : []),
    ];
  if (name.endsWith('я'))
    return [
      ...on(ending(1), IA),
      ...on(ending(1), POSSESSIVE),
      ...(name.length > 3 ? [`${ending(1)}ь`] : []),
    ];
  if (name.endsWith('ь')) return [...on(ending(1), SOFT), ...on(withoutVowel(ending(1)), SOFT)];
  if (/[аеоуыиюя]и$/u.test(name)) return on(ending(1), SHORT_I);
  if (VOWEL.test(name.slice(-1))) return [name];
  return [...on(name, HARD), ...(withoutVowel(name) === name ? [] : on(withoutVowel(name), HARD))];
}

/** The stem that the other cases have: `павел` → `павл`, `лев` → `льв`, `воробец` → `воробц`. */
function withoutVowel(name: string): string {
  if (!/(?:ел|ев|ек|ок|ец|ер|ол)$/u.test(name) || name.length > 9) return name;
  const [head, last] = [name.slice(0, -2), name.slice(-1)];
  if (VOWEL.test(head.slice(-1))) return `${head}и${last}`;
  // `лев`, but not every name in -ев.
  if (last === 'в' && head !== 'л') return name;
  return head.endsWith('л') ? `${head}ь${last}` : head + last;
}
