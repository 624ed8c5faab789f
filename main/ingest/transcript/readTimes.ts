import { t } from '../../../shared/messages/messages';
import { DIRECTIONS, plainSigns } from '../../../shared/text/plainSigns';
import { unreadable } from './unreadable';

/** The times of a subtitle, in seconds, and what its line holds besides. */
export interface CueTimes {
  from: number;
  to: number;
  /** Seconds by which the times may have been rounded. */
  precision: number;
  /** True if the file says that it begins before the recording does; it then begins with it. */
  negative: boolean;
  /** Text behind the times that is no setting: it is said. */
  rest: string;
}

const CLOCK = String.raw`\d{1,4}(?: ?[:.,;] ?\d{1,9}){1,4}`;
/** An arrow, be it any of Unicode's. */
const ARROW = String.raw`(?:-{1,3} ?>|[–—―] ?>|=>|[\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff])`;
const TIMES = new RegExp(
  String.raw`^\s*(?:\d{1,6}[ \t]+)?[[(]?([-−]?)(${CLOCK})\s*${ARROW}\s*[-−]?(${CLOCK})[\])]?(?![\w:])(.*)$`,
  'u',
);
const FULL_CLOCK = String.raw`\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}`;
/** Two clocks and nothing else: `0:00:01.000,0:00:02.500` of YouTube, or with a dash between. */
const CLOCKS_ALONE = new RegExp(
  String.raw`^\s*(${FULL_CLOCK})(?:,|\s*[-–—~]\s*|\s*\.{2,3}\s*)(${FULL_CLOCK})\s*$`,
  'u',
);
/** An arrow beside a number is meant as times, readable or not, and so is a line that begins with a full clock. */
const MEANT = /\d\s*-->|-->\s*[-+]?\d|^\s*\d{1,3} ?: ?\d{1,2} ?: ?\d{1,2} ?[,.] ?\d{1,3}(?!\d)/u;

/** An arrow as web pages write it. */
const ESCAPED = /^([\d:.,\s]+-{1,3})&gt;/u;

const SETTING = /^(?:vertical|line|position|size|align|region|[xy][12]):\S+$/iu;

/**
 * Reads a line such as `00:00:01,000 --> 00:00:02,500 align:start`, also without spaces or with too many, with dots or
 * commas, without hours or milliseconds.
 * @param number of the line, from 1.
 * @returns null for a line that has no times.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` for a line that is meant as times and cannot be read.
 */
export function readTimes(line: string, number: number): CueTimes | null {
  const bare = line.replace(DIRECTIONS, '');
  const plain = plainSigns(bare).replace(ESCAPED, '$1>').replace(CLOCKS_ALONE, '$1 --> $2');
  const match = TIMES.exec(plain);
  if (!match) {
    if (MEANT.test(plain)) throw notTimes(number);
    return null;
  }
  const [, minus = '', first = '', second = '', behind = ''] = match;
  const negative = minus !== '';
  const [from, to] = [readClock(first, number), readClock(second, number)];
  const rest = behind === '' ? '' : bare.slice(bare.length - behind.length).trim();
  const settings = rest.split(/\s+/u).every((part) => part === '' || SETTING.test(part));
  return {
    from: negative ? 0 : from.seconds,
    to: to.seconds,
    negative,
    precision: Math.max(from.precision, to.precision),
    rest: settings ? '' : rest,
  };
}

const notTimes = (line: number) =>
  unreadable(t('line {line}: expected times such as 00:01:02.345.', { line }));

/** Reads a clock. A last number behind a dot or a comma, or of three digits behind a colon, is a fraction. */
function readClock(clock: string, line: number): { seconds: number; precision: number } {
  const numbers = clock.split(/[^\d]+/u);
  const signs = clock.replace(/[\d ]/gu, '');
  const last = numbers.at(-1) ?? '';
  const fraction =
    /[.,]$/u.test(signs) || (numbers.length === 4 && last.length === 3) ? numbers.pop() : undefined;
  if (numbers.length > 3) {
    throw unreadable(
      t('line {line}: its times count frames.', { line }),
      t('Save the subtitles as SRT with milliseconds and try again.'),
    );
  }
  const [whole = 0, minutes = 0, hours = 0] = numbers.reverse().map(Number);
  // Programs that round write 60 for the next minute.
  const tooMany = (numbers.length > 1 && whole > 60) || (numbers.length > 2 && minutes > 60);
  if (tooMany || (numbers.length === 1 && fraction === undefined)) throw notTimes(line);
  return {
    seconds: hours * 3600 + minutes * 60 + whole + Number(`0.${fraction ?? '0'}`),
    precision: fraction === undefined ? 1 : 10 ** -fraction.length,
  };
}
