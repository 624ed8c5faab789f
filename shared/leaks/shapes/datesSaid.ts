import { foldPhrase } from '../../text/matching';
import type { Piece } from '../../text/glued';
import { numbersSaid, type SaidNumber } from './numbersSaid';

/** A date, or what of it is known. */
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

function monthOf(folded: string): number | undefined {
  const known = MONTHS.get(folded);
  if (known !== undefined || folded.length < 6 || !MONTH_ENDING.test(folded)) return known;
  for (let end = folded.length - 2; end >= 4; end--) {
    const month = MONTHS.get(folded.slice(0, end));
    if (month !== undefined) return month;
  }
  return undefined;
}

/** What stands in a text of which dates are made, in a row: nothing else stands between. */
interface Atom {
  month?: number;
  number?: SaidNumber;
  from: number;
  end: number;
}

/** Rows of months and numbers that are not interrupted by other words. */
function rowsOf(pieces: readonly Piece[], language: string): Atom[][] {
  const numbers = new Map(numbersSaid(pieces, language).map((number) => [number.from, number]));
  const rows: Atom[][] = [];
  let open: Atom[] = [];
  for (let i = 0; i < pieces.length;) {
    const number = numbers.get(i);
    const month = monthOf(pieces[i]?.folded ?? '');
    if (number) open.push({ number, from: number.from, end: number.end });
    else if (month !== undefined) open.push({ month, from: i, end: i + 1 });
    else if (open.length > 0 && !BETWEEN.has(pieces[i]?.folded ?? '')) {
      rows.push(open);
      open = [];
    }
    i = number?.end ?? i + 1;
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

/** A date that was withheld, read from its text; null where it holds none. */
export function dateOf(text: string, language: string): SaidDate | null {
  const pieces = foldPhrase(text).map((folded, at) => ({ folded, at }));
  const row = rowsOf(pieces, language).flat();
  const at = row.findIndex(({ month }) => month !== undefined);
  const numbers = row.flatMap(({ number }) => number ?? []);
  const isDay = ({ digits }: SaidNumber) => digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 31;
  if (at >= 0) {
    const day = [row[at - 1]?.number, row[at + 1]?.number].find((number) => number && isDay(number));
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

/** Where a date stands: positions among the pieces, of its first and behind its last. */
export type FoundDate = [from: number, end: number];

/** Every place where a date is said or written in some way. A bare month, a bare day, another year are other dates. */
export function datesSaid(
  pieces: readonly Piece[],
  texts: readonly string[],
  date: SaidDate,
  language: string,
): FoundDate[] {
  return rowsOf(pieces, language).flatMap((row) => [
    ...row.flatMap((atom, k) => (atom.month === undefined ? [] : aroundMonth(row, k, date))),
    ...row.flatMap((_, k) => inNumbers(row, k, pieces, texts, date)),
  ]);
}

function aroundMonth(row: readonly Atom[], k: number, date: SaidDate): FoundDate[] {
  const month = row[k];
  if (!month || month.month !== date.month) return [];
  const beside = [row[k - 1], row[k + 1]].filter((atom) => atom?.number !== undefined);
  const day = beside.find((atom) => Number(atom?.number?.digits) === date.day);
  const years = [
    ...(day && row.indexOf(day) > k ? [[row[k + 2], row[k + 3]]] : [[row[k + 1], row[k + 2]]]),
    [row[k - 1], undefined],
    [row[k - 2], row[k - 1]],
    [row[k - 2], undefined],
  ];
  const told = years
    .map(([first, second]) => ({ first, second, read: yearsOf(first?.number, second?.number) }))
    .filter(({ first, read }) => first !== day && read.length > 0);
  const same = told.find(({ read }) => date.year !== undefined && read.includes(date.year));
  if (date.day !== undefined ? !day : !same) return [];
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
    return isPair ? [[a.from, b.end]] : [];
  }
  if (!a || !b || date.day === undefined || date.month === undefined) return [];
  const isYear = (number: SaidNumber | undefined) =>
    number !== undefined && (date.year === undefined || yearsOf(number, undefined).includes(date.year));
  const inOrder = (day: SaidNumber | undefined, month: SaidNumber | undefined) =>
    value(day) === date.day && value(month) === date.month;
  if (c && isYear(c) && (inOrder(a, b) || inOrder(b, a))) return [[a.from, c.end]];
  if (c && isYear(a) && (inOrder(c, b) || inOrder(b, c))) return [[a.from, c.end]];
  const at = pieces[a.from]?.at ?? -1;
  const isShort = /^[^\p{L}\d]*\d{1,2}[./]\d{1,2}[^\p{L}\d]*$/u.test(texts[at] ?? '');
  return isShort && (inOrder(a, b) || inOrder(b, a)) ? [[a.from, b.end]] : [];
}
