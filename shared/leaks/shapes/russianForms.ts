/**
 * Returns the case forms of a Russian name, by the declensions of given names, patronymics and surnames. It goes back
 * from any form, since the withheld one may itself be a case form. All are in small letters with и for й and е for ё,
 * as they are compared, so `цои` gives `цоя`, `цоем`. Some results are not Russian, which does no harm: names are
 * compared, not written.
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
  ['его', ['ии']],
  ['ему', ['ии']],
  ['ими', ['ии']],
  ['ую', ['ая']],
  ['юю', ['яя']],
  ['ых', ['', 'ыи']],
  ['их', ['ии', 'ои']],
  ['ым', ['', 'ыи', 'ои']],
  ['им', ['ии', 'ои', '']],
  ['ою', ['а']],
  ['ои', ['а', 'ая']],
  ['еи', ['а', 'я', 'ая', 'яя']],
  ['ью', ['ь']],
  ['ом', ['', 'ои']],
  ['ем', ['', 'ь', 'и', 'ии']],
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
    // Surnames in -ов are not plurals of given names.
    if (ending === 'ов' && stem.length < 3) continue;
    for (const other of instead) names.add(stem + other);
  }
  for (const name of [...names]) for (const full of refilled(name)) names.add(full);
  return names;
}

/** Tells whether what is left of a name without its ending may be a stem. Two letters are enough: `цо`. */
const isStem = (stem: string): boolean => stem.length >= 2;

const VOWEL = /[аеиоуыэюя]/u;

/** Adds the vowel that only the nominative has: `льв` → `лев`, `заиц` → `заяц`, `камнь` → `камень`. */
function refilled(name: string): string[] {
  const [, ofAnimal] = /^(.+)ь[ьи]$/u.exec(name) ?? [];
  if (ofAnimal !== undefined) return [`${ofAnimal}еи`];
  const [, possessive] = /^(.+)ьии$/u.exec(name) ?? [];
  if (possessive !== undefined) return [`${possessive}ии`];
  const found = /^(.*?)ь?([вжклмнпрстхцш])(ь?)$/u.exec(name);
  const [, head = '', last = '', soft = ''] = found ?? [];
  if (head === '') return [];
  if (/[аеоуыэюя]и$/u.test(head)) return ['е', 'я'].map((vowel) => head.slice(0, -1) + vowel + last + soft);
  if (VOWEL.test(head.slice(-1))) return [];
  return [`${head}е${last}${soft}`, `${head}о${last}${soft}`];
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
/** Endings of adjectives that tell whose something is: `лисии`, `лисьего`. */
const OF_ANIMAL = ['его', 'ему', 'им', 'ем', 'я', 'ю', 'еи', 'е', 'и', 'их', 'ими'].map((end) => `ь${end}`);
/** Endings of names such as `воробеи`: `воробья`. */
const OF_SPARROW = ['я', 'ю', 'ем', 'е', 'и', 'ям', 'ями', 'ях'].map((end) => `ь${end}`);
/** Endings that tell whose something is, of names in -а and -я: `анин`, `сашина`. */
const POSSESSIVE = ['ин', 'ина', 'ино', 'ины', 'инои', 'ину', 'иным', 'ином', 'иных'];

function paradigm(name: string): string[] {
  const ending = (letters: number) => name.slice(0, -letters);
  const on = (stem: string, endings: readonly string[]) => endings.map((end) => stem + end);
  if (/[бвгджзклмнпрстфхцчшщ](?:ии|ыи|ои|ая|яя)$/u.test(name) && name.length > 3)
    return [
      ...on(ending(2), ADJECTIVE),
      ...(name.endsWith('ои') || name.endsWith('ии') ? on(ending(1), SHORT_I) : []),
      ...(name.endsWith('ии') ? on(ending(2), OF_ANIMAL) : []),
      // `Рая` and `Аглая` are not adjectives.
      ...(name.endsWith('я') ? on(ending(1), IA) : []),
    ];
  if (/..(?:ов|ев|ин|ын)а$/u.test(name)) return [...on(ending(1), OF_SURNAME), ...on(ending(1), A)];
  if (/..(?:ов|ев|ин|ын)$/u.test(name)) return [...on(name, OF_SURNAME), ...on(name, HARD)];
  if (name.endsWith('а'))
    return [
      ...on(ending(1), A),
      ...on(ending(1), POSSESSIVE),
      // People are called so: `Саш`, `Мам`.
      ...(name.length > 3 ? [ending(1)] : []),
    ];
  if (name.endsWith('я'))
    return [
      ...on(ending(1), IA),
      ...on(ending(1), POSSESSIVE),
      ...(name.length > 3 ? [`${ending(1)}ь`] : []),
    ];
  if (name.endsWith('ь'))
    return [...on(ending(1), SOFT), ...withoutVowel(name).flatMap((stem) => on(stem, SOFT))];
  if (/[аеоуыиюя]и$/u.test(name))
    return [...on(ending(1), SHORT_I), ...(name.endsWith('еи') ? on(ending(2), OF_SPARROW) : [])];
  if (VOWEL.test(name.slice(-1))) return [name];
  return [...on(name, HARD), ...withoutVowel(name).flatMap((stem) => on(stem, HARD.slice(1)))];
}

/**
 * Returns the stem that the other cases have when the last vowel is heard in the nominative only: `павел` → `павл`,
 * `лев` → `льв`, `заяц` → `заиц`, `камень` → `камн`. No rule tells which nouns lose it, so others are shortened in
 * vain.
 */
function withoutVowel(name: string): string[] {
  const found = /^(.+)(?:[ео]([вжклмнрстхцш])|я(ц))(ь?)$/u.exec(name);
  const [, head = '', plain = '', ofHare = '', soft = ''] = found ?? [];
  const last = plain || ofHare;
  if (last === '') return [];
  if (VOWEL.test(head.slice(-1))) return [`${head}и${last}`];
  // `лев` and `любовь` lose it, but not every name in -ев.
  if (last === 'в' && soft === '' && head !== 'л') return [];
  if (head === 'л') return [`ль${last}`];
  const isAfterL = head.endsWith('л') && /[кц]/u.test(last);
  return [head + last, ...(isAfterL ? [`${head}ь${last}`] : [])];
}
