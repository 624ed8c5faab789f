import { foldPhrase } from '../../text/matching';
import type { Piece } from '../../text/glued';
import { numbersSaid, type SaidNumber } from './numbersSaid';

/** A date, or those parts of it that are known. */
export interface SaidDate {
  day?: number;
  month?: number;
  year?: number;
}

const MONTHS = new Map<string, number>(
  [
    'january february march april may june july august september october november december',
    'jan feb mar apr - jun jul aug sep oct nov dec',
    '- - - - - - - - sept - - -',
    'янв фев мар апр - июн июл авг сен окт ноя дек',
    '- февр - - - - - - сент - нояб -',
    'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел',
    'январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүиек қазан қараша желтоқсан',
    'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
    'yanvar fevral - aprel may iyun iyul avgust sentabr oktabr noyabr dekabr',
  ].flatMap((row) =>
    row
      .split(' ')
      .flatMap((word, k): [string, number][] => (word === '-' ? [] : [[foldPhrase(word).join(''), k + 1]])),
  ),
);
/** Kazakh and Turkish months take the endings of cases: `наурызда`, `наурыздың`, `mart'ta`. */
const MONTH_ENDING =
  /^(?:.{4,}?)(?:д[ае]н?|т[ае]н?|д[ыи]н|т[ыи]н|н[ыи]н|г[ае]|к[ае]|дагы|деги|тагы|теги|[ыи]нда)$/u;

const BETWEEN = new Set(
  'the of day year in on th st nd rd а й го е ого ое года год году числа жылы жылғы жылгы жыл күні куни ші шы inci нші ye yil yilning жылдың'.split(
    ' ',
  ),
);

const monthsByLanguage = new Map<string, ReadonlyMap<string, number>>();

/** Returns the months of a language as the platform knows them, by themselves and behind a day. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = monthsByLanguage.get(language);
  if (known) return known;
  const months = new Map<string, number>();
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const)
    for (let month = 1; month <= 12; month++) {
      const parts = formatOf(language, options)?.formatToParts(new Date(2001, month - 1, 15)) ?? [];
      const [name = '', ...more] = foldPhrase(parts.find(({ type }) => type === 'month')?.value ?? '');
      if (more.length === 0 && name.length > 1 && /\p{L}/u.test(name) && !months.has(name))
        months.set(name, month);
    }
  monthsByLanguage.set(language, months);
  return months;
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    const [own = ''] = Intl.DateTimeFormat.supportedLocalesOf(language);
    return own === '' ? null : new Intl.DateTimeFormat(own, { ...options, calendar: 'gregory' });
  } catch {
    // A file may name its language by something that is not a tag.
    return null;
  }
}

function monthOf(folded: string, language: string): number | undefined {
  const known = MONTHS.get(folded) ?? monthsOf(language).get(folded);
  if (known !== undefined || folded.length < 6 || !MONTH_ENDING.test(folded)) return known;
  for (let end = folded.length - 2; end >= 4; end--) {
    const month = MONTHS.get(folded.slice(0, end));
    if (month !== undefined) return month;
  }
  return undefined;
}

/** A month or a number that a date may be made of. */
interface Atom {
  month?: number;
  number?: SaidNumber;
  from: number;
  end: number;
}

/** Matches `21t00`, of `1994-07-21T00:00`. */
const DAY_WITH_CLOCK = /^(\d{2})t\d{2}$/u;

const ENDS_SENTENCE = /[.!?…。！？؟۔]["'”’»)\]]*$/u;
/** Matches a day or a shortened word with a point, which ends no sentence: `21. Juli`, `Sept. 3`. */
const SHORTENED =
  /^\P{L}*\d{1,2}\.$|^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел|гг?|ж)\.$/iu;
/** Matches a date whose month is in Roman numerals: `12.III.1987`. */
const ROMAN_DATE = /\d[./-](x{0,1}(?:ix|iv|v?i{0,3}))[./-]\d/iu;
const ROMAN_MONTHS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** Returns the month that a folded word is in Roman numerals, within a date that is written so. */
function romanMonth(folded: string, text: string): number | undefined {
  if (ROMAN_DATE.exec(text)?.[1]?.toLowerCase() !== folded) return undefined;
  const at = ROMAN_MONTHS.indexOf(folded);
  return at < 0 ? undefined : at + 1;
}

/** Returns rows of months and numbers that are not interrupted by other words. */
function rowsOf(pieces: readonly Piece[], texts: readonly string[], language: string): Atom[][] {
  const numbers = new Map(numbersSaid(pieces, language).map((number) => [number.from, number]));
  const rows: Atom[][] = [];
  let open: Atom[] = [];
  for (let i = 0; i < pieces.length;) {
    const number = numbers.get(i);
    const folded = pieces[i]?.folded ?? '';
    const month = monthOf(folded, language) ?? romanMonth(folded, texts[pieces[i]?.at ?? -1] ?? '');
    const [, withClock] = DAY_WITH_CLOCK.exec(pieces[i]?.folded ?? '') ?? [];
    if (withClock !== undefined)
      open.push({ number: { digits: withClock, ordinal: false, from: i, end: i + 1 }, from: i, end: i + 1 });
    else if (number) open.push({ number, from: number.from, end: number.end });
    else if (month !== undefined) open.push({ month, from: i, end: i + 1 });
    else if (open.length > 0 && !BETWEEN.has(pieces[i]?.folded ?? '')) {
      rows.push(open);
      open = [];
    }
    i = number?.end ?? i + 1;
    const at = pieces[i - 1]?.at ?? 0;
    const text = texts[at] ?? '';
    if (open.length > 0 && pieces[i]?.at !== at && ENDS_SENTENCE.test(text) && !SHORTENED.test(text)) {
      rows.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...rows, open] : rows;
}

const yearsOf = (first: SaidNumber | undefined, second: SaidNumber | undefined): number[] => {
  const years: number[] = [];
  const digits = first?.digits ?? '';
  if (/^(?:1[5-9]|20)\d\d$/u.test(digits)) years.push(Number(digits));
  if (/^\d{2}$/u.test(digits) && /^\d{2}$/u.test(second?.digits ?? ''))
    years.push(Number(digits + (second?.digits ?? '')));
  if (/^\d{2}$/u.test(digits)) years.push(1900 + Number(digits), 2000 + Number(digits));
  return years;
};

/**
 * Returns what a withheld date may be: `3/12/1987` is read as in London and as in New York. Empty when it is not a
 * date.
 */
export function datesOf(text: string, language: string): SaidDate[] {
  const date = dateOf(text, language);
  if (date === null) return [];
  const { day, month } = date;
  const isEither = day !== undefined && month !== undefined && day <= 12 && day !== month;
  const isInNumbers = /^\P{L}*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}\P{L}*$/u.test(text);
  return isEither && isInNumbers ? [date, { ...date, day: month, month: day }] : [date];
}

/** Reads a withheld date from its text; null when the text holds none. */
function dateOf(text: string, language: string): SaidDate | null {
  const pieces = foldPhrase(text).map((folded, at) => ({ folded, at }));
  const row = rowsOf(
    pieces,
    pieces.map(() => (ROMAN_DATE.test(text) ? text : '')),
    language,
  ).flat();
  const at = row.findIndex(({ month }) => month !== undefined);
  const numbers = row.flatMap(({ number }) => number ?? []);
  if (at >= 0) {
    const day = [row[at - 1]?.number, row[at + 1]?.number].find((number) => number && isDay(number.digits));
    const others = numbers.filter((number) => number !== day);
    const year = yearsOf(others[0], others[1])[0];
    return {
      month: row[at]?.month ?? 0,
      ...(day && { day: Number(day.digits) }),
      ...(year !== undefined && { year }),
    };
  }
  const [a, b, c] = numbers.map(({ digits }) => Number(digits));
  if (a !== undefined && b !== undefined && c !== undefined && numbers.length === 3) {
    const isFirst = a > 31;
    const [day, month] = isFirst ? [c, b] : b > 12 ? [b, a] : [a, b];
    const year = isFirst ? a : c;
    return month >= 1 && month <= 12
      ? { day, month, year: year < 100 ? year + (year > 30 ? 1900 : 2000) : year }
      : null;
  }
  const year = yearsOf(numbers[0], numbers[1])[0];
  return numbers.length > 0 && year !== undefined && foldPhrase(text).length <= 4 ? { year } : null;
}

/** A place of a date: positions among the pieces, of its first and behind its last. */
export type FoundDate = [from: number, end: number];

/**
 * Finds every place where a date is said or written in some way. A bare month, a bare day and another year are other
 * dates.
 */
export function datesSaid(
  pieces: readonly Piece[],
  texts: readonly string[],
  date: SaidDate,
  language: string,
): FoundDate[] {
  return rowsOf(pieces, texts, language).flatMap((row) => [
    ...row.flatMap((atom, k) => (atom.month === undefined ? [] : aroundMonth(row, k, date))),
    ...row.flatMap((_, k) => inNumbers(row, k, pieces, texts, date)),
    ...row.flatMap((_, k) => inOneRow(row, k, rowsOfDigits(date))),
  ]);
}

const isDay = (digits: string): boolean => digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 31;

const isPairOf = (first: Atom | undefined, second: Atom | undefined, year: number | undefined): boolean =>
  Number((first?.number?.digits ?? '') + (second?.number?.digits ?? '')) === year;

/** Words behind which a number of two digits is a year if nothing follows it: "in seventy-nine". */
const BEFORE_YEAR = new Set(
  'in since until till from by before after year summer winter spring autumn'.split(' '),
);
const YEAR_FOLLOWS = new Set('год года году годом жылы жылғы жылгы'.split(' '));

/** Tells whether a number is a year without its century: `’79`, "in seventy-nine", `в семьдесят девятом`. */
function isShortYear(
  { digits, ordinal, from, end }: SaidNumber,
  pieces: readonly Piece[],
  texts: readonly string[],
  year: number | undefined,
): boolean {
  if (digits.length !== 2 || year === undefined || Number(digits) !== year % 100) return false;
  const [first, last] = [texts[pieces[from]?.at ?? -1] ?? '', texts[pieces[end - 1]?.at ?? -1] ?? ''];
  if (/^[^\p{L}\p{N}]*['’‘]\d\d(?!\p{L})/u.test(first)) return true;
  const following = pieces[end]?.folded ?? '';
  if (YEAR_FOLLOWS.has(following)) return true;
  // An ordinal this high is hardly a day or a turn.
  if (ordinal && Number(digits) > 31) return true;
  const ends = following === '' || /[.!?…,;:]["'”’»)\]]*$/u.test(last);
  return ends && BEFORE_YEAR.has(pieces[from - 1]?.folded ?? '');
}

/** Returns the digits of a whole date in a row, in the orders in which they are written: `19940721`, `210794`. */
function rowsOfDigits({ day, month, year }: SaidDate): ReadonlySet<string> {
  if (day === undefined || month === undefined || year === undefined) return NO_ROWS;
  const two = (value: number) => String(value).padStart(2, '0');
  const [d, m] = [two(day), two(month)];
  return new Set(
    [String(year), two(year % 100)].flatMap((y) => [d + m + y, m + d + y, y + m + d, y + d + m]),
  );
}
const NO_ROWS: ReadonlySet<string> = new Set();
const MOST_DATE_DIGITS = 8;

function inOneRow(row: readonly Atom[], k: number, wanted: ReadonlySet<string>): FoundDate[] {
  let digits = '';
  for (let i = k; wanted.size > 0 && digits.length < MOST_DATE_DIGITS && row[i]?.number; i++) {
    digits += row[i]?.number?.digits ?? '';
    if (wanted.has(digits)) return [[row[k]?.from ?? 0, row[i]?.end ?? 0]];
  }
  return [];
}

function aroundMonth(row: readonly Atom[], k: number, date: SaidDate): FoundDate[] {
  const month = row[k];
  if (!month || month.month !== date.month) return [];
  const beside = [row[k - 1], row[k + 1]].filter((atom) => atom?.number !== undefined);
  const day = beside.find((atom) => Number(atom?.number?.digits) === date.day);
  const years = [
    ...(day && row.indexOf(day) > k ? [[row[k + 2], row[k + 3]]] : [[row[k + 1], row[k + 2]]]),
    [row[k - 2], row[k - 1]],
    [row[k - 1], undefined],
    [row[k - 2], undefined],
  ];
  const told = years
    .map(([first, second]) => ({ first, second, read: yearsOf(first?.number, second?.number) }))
    .filter(({ first, read }) => first !== day && read.length > 0);
  const same = told.find(({ read }) => date.year !== undefined && read.includes(date.year));
  const yearPart = same?.second && isPairOf(same.first, same.second, date.year) ? same.second : undefined;
  // Another day of that month tells nothing; the month with its year alone does.
  const isOtherDay = beside.some(
    (atom) => atom !== same?.first && atom !== yearPart && isDay(atom?.number?.digits ?? ''),
  );
  if (date.day !== undefined ? !day && (!same || isOtherDay) : !same) return [];
  // With another year it is another day.
  const isOther = told.some(({ first }) => first?.number?.digits.length === 4) && !same;
  if (date.year !== undefined && isOther) return [];
  const parts = [
    month,
    day,
    same?.first,
    same && yearsOf(same.first?.number, undefined).includes(date.year ?? 0) ? undefined : same?.second,
  ];
  const known = parts.filter((atom) => atom !== undefined);
  return [[Math.min(...known.map(({ from }) => from)), Math.max(...known.map(({ end }) => end))]];
}

function inNumbers(
  row: readonly Atom[],
  k: number,
  pieces: readonly Piece[],
  texts: readonly string[],
  date: SaidDate,
): FoundDate[] {
  const [a, b, c] = [row[k], row[k + 1], row[k + 2]].map((atom) => atom?.number);
  const value = (number: SaidNumber | undefined) => (number ? Number(number.digits) : NaN);
  if (date.day === undefined && date.month === undefined) {
    if (a && Number(a.digits) === date.year && a.digits.length === 4) return [[a.from, a.end]];
    const isPair =
      a && b && a.digits.length === 2 && b.digits.length === 2 && Number(a.digits + b.digits) === date.year;
    if (isPair) return [[a.from, b.end]];
    return a && isShortYear(a, pieces, texts, date.year) ? [[a.from, a.end]] : [];
  }
  if (!a || !b || date.month === undefined) return [];
  const at = pieces[a.from]?.at ?? -1;
  if (date.day === undefined) {
    const isMonthOf = (month: SaidNumber, year: SaidNumber) =>
      Number(month.digits) === date.month && Number(year.digits) === date.year;
    const isPair = c !== undefined && Number(b.digits + c.digits) === date.year && value(a) === date.month;
    if (isPair && a.ordinal) return [[a.from, c.end]];
    return isMonthOf(a, b) || isMonthOf(b, a) ? [[a.from, b.end]] : [];
  }
  const isYear = (number: SaidNumber | undefined) =>
    number !== undefined && (date.year === undefined || yearsOf(number, undefined).includes(date.year));
  const inOrder = (day: SaidNumber | undefined, month: SaidNumber | undefined) =>
    value(day) === date.day && value(month) === date.month;
  if (c && isYear(c) && (inOrder(a, b) || inOrder(b, a))) return [[a.from, c.end]];
  if (c && isYear(a) && (inOrder(c, b) || inOrder(b, c))) return [[a.from, c.end]];
  // `third of the eleventh`
  if (a.ordinal && b.ordinal && inOrder(a, b)) return [[a.from, b.end]];
  const isShort = /^[^\p{L}\d]*\d{1,2}[./]\d{1,2}[^\p{L}\d]*$/u.test(texts[at] ?? '');
  return isShort && (inOrder(a, b) || inOrder(b, a)) ? [[a.from, b.end]] : [];
}
