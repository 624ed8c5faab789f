import { unreadable } from './unreadable';

/** The times of a subtitle, in seconds, and what its line holds besides. */
export interface CueTimes {
  from: number;
  to: number;
  /** Seconds: the times may have been rounded by this. */
  precision: number;
  /** What stands behind the times and is no setting: it is said. */
  rest: string;
}

const CLOCK = String.raw`\d{1,4}(?: ?[:.,;] ?\d{1,9}){1,4}`;
const ARROW = String.raw`(?:-{1,3} ?>|[–—―] ?>|→|=>)`;
const TIMES = new RegExp(
  String.raw`^\s*(?:\d{1,6}[ \t]+)?[[(]?(${CLOCK})\s*${ARROW}\s*(${CLOCK})[\])]?(?![\w:])(.*)$`,
  'u',
);
/** An arrow between numbers is meant as times, readable or not. */
const MEANT = /\d\s*-->|-->\s*[-+]?\d/u;

const SETTING = /^(?:vertical|line|position|size|align|region|[xy][12]):\S+$/iu;

/**
 * Reads a line such as `00:00:01,000 --> 00:00:02,500 align:start`, also without spaces or with too many, with dots or
 * commas, without hours or milliseconds.
 * @param number of the line, from 1.
 * @returns null for a line that has no times.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` for a line that is meant as times and cannot be read.
 */
export function readTimes(line: string, number: number): CueTimes | null {
  const plain = withPlainDigits(line);
  const match = TIMES.exec(plain);
  if (!match) {
    if (MEANT.test(plain)) throw notTimes(number);
    return null;
  }
  const [from, to] = [readClock(match[1] ?? '', number), readClock(match[2] ?? '', number)];
  if (to.seconds < from.seconds) throw unreadable(`line ${number}: the subtitle ends before it starts.`);
  const rest = line.slice(line.length - (match[3] ?? '').length).trim();
  const settings = rest.split(/\s+/u).every((part) => part === '' || SETTING.test(part));
  return {
    from: from.seconds,
    to: to.seconds,
    precision: Math.max(from.precision, to.precision),
    rest: settings ? '' : rest,
  };
}

const notTimes = (number: number) => unreadable(`line ${number}: expected times such as 00:01:02.345.`);

/** A last number behind a dot or a comma, or of three digits behind a colon, is a fraction. */
function readClock(clock: string, line: number): { seconds: number; precision: number } {
  const numbers = clock.split(/[^\d]+/u);
  const signs = clock.replace(/[\d ]/gu, '');
  const last = numbers.at(-1) ?? '';
  const fraction =
    /[.,]$/u.test(signs) || (numbers.length === 4 && last.length === 3) ? numbers.pop() : undefined;
  if (numbers.length > 3) {
    throw unreadable(
      `line ${line}: its times count frames.`,
      'Save the subtitles as SRT with milliseconds and try again.',
    );
  }
  const [whole = 0, minutes = 0, hours = 0] = numbers.reverse().map(Number);
  const tooMany = (numbers.length > 1 && whole > 59) || (numbers.length > 2 && minutes > 59);
  if (tooMany || (numbers.length === 1 && fraction === undefined)) throw notTimes(line);
  return {
    seconds: hours * 3600 + minutes * 60 + whole + Number(`0.${fraction ?? '0'}`),
    precision: fraction === undefined ? 1 : 10 ** -fraction.length,
  };
}

/** Digits and signs of other scripts as those of ASCII, one for one. */
const withPlainDigits = (text: string): string =>
  text
    .replace(/[٠-٩۰-۹０-９]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/：/gu, ':')
    .replace(/[，،]/gu, ',');
