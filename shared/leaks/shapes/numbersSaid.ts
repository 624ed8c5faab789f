import type { Piece } from '../../text/glued';

/** A number as it is said or written in a running text. */
export interface SaidNumber {
  /** Digits of the number: `seven hundred one` is 701, `triple five` 555, `oh` 0. */
  digits: string;
  /** True for the form in which a day or a year of a date may be said: `twelfth`. */
  ordinal: boolean;
  /** Positions among the pieces: of its first, and behind its last. */
  from: number;
  end: number;
}

/**
 * The value of a word, and a rank that tells what may follow it in the same number: thousands 4, hundreds 3, tens 2,
 * units 1, one alone 0.
 */
interface Numeral {
  value: number;
  rank: number;
  ordinal: boolean;
}

/** Rows of words, each with its values. Accents, й and ё are as they are compared. */
type Rows = readonly (readonly [rank: number, values: readonly number[], words: string, ordinal?: true])[];

const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const TEENS = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
const TENS = [20, 30, 40, 50, 60, 70, 80, 90];
const HUNDREDS = [100, 200, 300, 400, 500, 600, 700, 800, 900];
const ZEROS = (words: string) => words.split(' ').map(() => 0);

const ENGLISH: Rows = [
  [0, ZEROS('zero oh nought naught nil'), 'zero oh nought naught nil'],
  [1, UNITS, 'one two three four five six seven eight nine'],
  [1, TEENS, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'],
  [2, TENS, 'twenty thirty forty fifty sixty seventy eighty ninety'],
  [1, UNITS, 'first second third fourth fifth sixth seventh eighth ninth', true],
  [
    1,
    TEENS,
    'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    true,
  ],
  [2, TENS, 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', true],
];
const RUSSIAN: Rows = [
  [0, ZEROS('ноль нуль ноля нуля'), 'ноль нуль ноля нуля'],
  [1, UNITS, 'один два три четыре пять шесть семь восемь девять'],
  [1, [1, 1, 2, 5, 6, 7, 8, 9], 'одна раз две пяти шести семи восьми девяти'],
  [
    1,
    TEENS,
    'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
  ],
  [2, TENS, 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'],
  [3, HUNDREDS, 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'],
  ...['ого', 'ое', 'ыи', 'ом', 'ая', 'ому'].flatMap((end): Rows => [
    [
      1,
      [1, 2, 4, 5, 7, 8, 9],
      `перв${end} втор${end} четверт${end} пят${end} седьм${end} восьм${end} девят${end}`,
      true,
    ],
    [
      1,
      TEENS,
      [
        'десят',
        'одиннадцат',
        'двенадцат',
        'тринадцат',
        'четырнадцат',
        'пятнадцат',
        'шестнадцат',
        'семнадцат',
        'восемнадцат',
        'девятнадцат',
      ]
        .map((stem) => stem + end)
        .join(' '),
      true,
    ],
    [
      2,
      TENS,
      ['двадцат', 'тридцат', 'сороков', 'пятидесят', 'шестидесят', 'семидесят', 'восьмидесят', 'девяност']
        .map((stem) => stem + end)
        .join(' '),
      true,
    ],
  ]),
  [
    1,
    [2, 3, 3, 3, 6, 6, 6, 7, 8],
    'второи третьего третье третии шестого шестое шестои седьмои восьмои',
    true,
  ],
];
/** Kazakh, and Kyrgyz where it differs; with their own letters as they are written. */
const KAZAKH: Rows = [
  [0, ZEROS('нөл ноль'), 'нөл ноль'],
  [1, UNITS, 'бір екі үш төрт бес алты жеті сегіз тоғыз'],
  [1, [1, 2, 3, 7, 8, 9], 'бир эки үч жети сегиз тогуз'],
  [2, [20, 30, 40, 50, 60, 70, 80, 90], 'жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'],
  [2, [20, 40, 50, 60, 70, 90], 'жыйырма кырк элүү алтымыш жетимиш токсон'],
  [1, UNITS, 'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы', true],
  [
    2,
    [10, 20, 30, 40, 50, 60, 70, 80, 90],
    'оныншы жиырмасыншы отызыншы қырқыншы елуінші алпысыншы жетпісінші сексенінші тоқсаныншы',
    true,
  ],
];
/** Words that are numerals in Kazakh and something else in Russian: `он` is ten, and he. */
const KAZAKH_ONLY: Rows = [[2, [10], 'он']];
const TURKISH: Rows = [
  [0, [0, 0], 'sıfır nol'],
  [1, UNITS, 'bir iki üç dört beş altı yedi sekiz dokuz'],
  [1, UNITS, 'bir ikki uch tort besh olti yetti sakkiz toqqiz'],
  [2, [10, ...TENS], 'on yirmi otuz kırk elli altmış yetmiş seksen doksan'],
  [2, [10, ...TENS], 'on yigirma ottiz qirq ellik oltmish yetmish sakson toqson'],
];

const HUNDRED = ['hundred', 'жүз', 'yüz', 'yuz'];
const THOUSAND = ['thousand', 'тысяча', 'тысячи', 'тысяч', 'мың', 'миң', 'bin', 'ming'];
const TIMES: Readonly<Record<string, number>> = {
  ...{ double: 2, triple: 3, treble: 3, quadruple: 4, дважды: 2, трижды: 3 },
};
/** Digits that are counted: `три пятерки`. */
const COUNTED = new Map(
  [
    'нол нул',
    'единиц',
    'двоик',
    'троик',
    'четверк',
    'пятерк',
    'шестерк',
    'семерк',
    'восьмерк',
    'девятк',
  ].flatMap((stems, digit) =>
    stems
      .split(' ')
      .flatMap((stem) =>
        ['', 'а', 'я', 'и', 'ы', 'ов', 'еи'].map((end): [string, number] => [stem + end, digit]),
      ),
  ),
);

/** Writes Arabic, Persian and Devanagari digits as ours. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९]/gu, (digit) =>
    String(((digit.codePointAt(0) ?? 0) % 16) - (/[०-९]/u.test(digit) ? 6 : 0)),
  );

const folded = (word: string): string => word.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');

function tableOf(...languages: readonly Rows[]): ReadonlyMap<string, Numeral> {
  const table = new Map<string, Numeral>();
  for (const [rank, values, words, ordinal = false] of languages.flat()) {
    for (const [k, word] of words.split(' ').entries()) {
      const value = values[k] ?? 0;
      table.set(folded(word), { value, rank, ordinal });
    }
  }
  return table;
}

const EVERYWHERE = tableOf(KAZAKH, RUSSIAN, ENGLISH);
const IN_KAZAKH = tableOf(RUSSIAN, ENGLISH, KAZAKH, KAZAKH_ONLY);
const IN_TURKISH = tableOf(KAZAKH, RUSSIAN, ENGLISH, TURKISH);

function numeralsOf(language: string): ReadonlyMap<string, Numeral> {
  if (/^(?:kk|ky)/u.test(language)) return IN_KAZAKH;
  return /^(?:tr|az|uz|tk)/u.test(language) ? IN_TURKISH : EVERYWHERE;
}

const hundreds = new Set(HUNDRED.map(folded));
const thousands = new Set(THOUSAND.map(folded));

/** Returns every number among folded words, in their order. */
export function numbersSaid(pieces: readonly Piece[], language: string): SaidNumber[] {
  const numerals = numeralsOf(language);
  const numbers: SaidNumber[] = [];
  for (let i = 0; i < pieces.length;) {
    const number = numberAt(pieces, i, numerals);
    if (number) numbers.push(number);
    i = number?.end ?? i + 1;
  }
  return numbers;
}

function numberAt(
  pieces: readonly Piece[],
  i: number,
  numerals: ReadonlyMap<string, Numeral>,
): SaidNumber | null {
  const word = pieces[i]?.folded ?? '';
  const written = /^(\d+)(st|nd|rd|th)?$/u.exec(plainDigits(word));
  if (written) return { digits: written[1] ?? '', ordinal: written[2] !== undefined, from: i, end: i + 1 };
  const times = TIMES[word];
  if (times !== undefined) {
    const digit = digitAt(pieces, i + 1, numerals);
    return digit === null ? null : { digits: digit.repeat(times), ordinal: false, from: i, end: i + 2 };
  }
  const first = numerals.get(word);
  const counted = COUNTED.get(pieces[i + 1]?.folded ?? '');
  if (
    first &&
    counted !== undefined &&
    first.value > 1 &&
    first.value < 5 &&
    !numerals.has(pieces[i + 1]?.folded ?? '')
  )
    return { digits: String(counted).repeat(first.value), ordinal: false, from: i, end: i + 2 };
  if (!first && !hundreds.has(word) && !thousands.has(word)) return null;
  return composed(pieces, i, numerals);
}

function digitAt(pieces: readonly Piece[], i: number, numerals: ReadonlyMap<string, Numeral>): string | null {
  const word = plainDigits(pieces[i]?.folded ?? '');
  if (/^\d$/u.test(word)) return word;
  const known = numerals.get(word);
  return known && known.value < 10 ? String(known.value) : null;
}

/**
 * Reads a number of several words, each part smaller than the one before: `nineteen hundred eighty seven`, `тысяча
 * девятьсот восемьдесят семь`.
 */
function composed(
  pieces: readonly Piece[],
  from: number,
  numerals: ReadonlyMap<string, Numeral>,
): SaidNumber | null {
  let [whole, part, rank, ordinal] = [0, 0, Infinity, false];
  let end = from;
  for (let i = from; i < pieces.length; i++) {
    const word = pieces[i]?.folded ?? '';
    const known = numerals.get(word);
    if (hundreds.has(word) && part < 100 && (i === from || rank < 3)) {
      part = Math.max(part, 1) * 100;
      rank = 3;
    } else if (thousands.has(word) && whole === 0) {
      whole = Math.max(part, 1) * 1000;
      part = 0;
      rank = 4;
    } else if (known && fits(known, rank, part, i === from)) {
      part += known.value;
      rank = known.value === 0 || (known.value >= 10 && known.rank === 1) ? 0 : known.rank;
      if (known.rank === 1) rank = Math.min(rank, known.value < 10 ? 1 : 0);
      ordinal = known.ordinal;
    } else if (word === 'and' && rank >= 3 && i > from && numerals.has(pieces[i + 1]?.folded ?? '')) {
      continue;
    } else break;
    end = i + 1;
    if (ordinal) break;
  }
  if (end === from) return null;
  return { digits: String(whole + part), ordinal, from, end };
}

function fits(known: Numeral, rank: number, part: number, isFirst: boolean): boolean {
  if (isFirst) return true;
  if (known.value === 0) return false;
  // Only a unit follows tens.
  if (rank === 2) return known.rank === 1 && known.value < 10 && part % 10 === 0;
  return known.rank < rank && rank >= 3;
}
