import { t } from '../../../shared/messages/messages';
import { plainSigns } from '../../../shared/text/plainSigns';
import { readTimes } from './readTimes';
import { unreadable } from './unreadable';

/** A subtitle as it stands in the file. Times are seconds. */
export interface RawCue {
  from: number;
  to: number;
  /** Seconds by which the times may have been rounded. */
  precision: number;
  /** True if the file says that it begins before the recording does. */
  negative: boolean;
  /** The number of its times' line, from 1. */
  line: number;
  /** Its text, line by line, with its markup. */
  text: string[];
}

/** The use of a line. A line that is not blank and has no use refuses the file. */
type Use = 'head' | 'comment' | 'times' | 'number' | 'text';

/**
 * Reads the subtitles of an SRT or VTT file. Every line that is not blank is accounted for: all that stands between the
 * times of one subtitle and those of the next is said, empty lines or not, but for the number or name right in front of
 * the next.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the line.
 */
export function readCues(
  lines: readonly string[],
  format: 'srt' | 'vtt',
): { cues: RawCue[]; comments: number } {
  const uses: (Use | undefined)[] = lines.map(() => undefined);
  const comments = format === 'vtt' ? markHeadAndComments(lines, uses) : 0;
  const cues: RawCue[] = [];
  const places: number[] = [];
  for (const [i, line] of lines.entries()) {
    const times = uses[i] ? null : readTimes(line, i + 1);
    if (!times) continue;
    uses[i] = 'times';
    places.push(i);
    const { rest, ...where } = times;
    cues.push({ ...where, line: i + 1, text: rest === '' ? [] : [rest] });
  }
  markNumbers(lines, uses, places, format);
  let cue = -1;
  for (const [i, line] of lines.entries()) {
    if (uses[i] === 'times') cue++;
    if (uses[i] || isBlank(line)) continue;
    const said = cues[cue]?.text;
    if (!said) {
      if (cues.length === 0) break;
      throw unreadable(t('line {line}: it stands in front of the first times.', { line: i + 1 }));
    }
    uses[i] = 'text';
    said.push(line);
  }
  return { cues, comments };
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const COMMENT = /^(?:NOTE|STYLE|REGION)(?=\s|$)/u;

/**
 * A line of the head, such as `Kind: captions` or `X-TIMESTAMP-MAP=LOCAL:…`: one of the names that programs write
 * there, or any name with a value of one word. More than one word behind another name may be said by whoever has that
 * name.
 */
const HEADER =
  /^(?:(?:kind|language|region|style|type|title|description|author|creator|publisher|source|date|duration|channel|X-TIMESTAMP-MAP)\s*[:=]|[A-Za-z][A-Za-z0-9_-]{0,40}[:=]\s*\S*$)/iu;

/**
 * Marks the head of a VTT file, up to its first empty line, and its blocks that are not subtitles.
 * @returns the count of remarks.
 */
function markHeadAndComments(lines: readonly string[], uses: (Use | undefined)[]): number {
  let remarks = 0;
  let use: Use | undefined = 'head';
  let cues = false;
  for (const [i, line] of lines.entries()) {
    const arrow = line.includes('-->');
    if (isBlank(line) || arrow) use = undefined;
    cues ||= arrow;
    const isBare = i > 0 && use === 'head' && !HEADER.test(line) && !COMMENT.test(line);
    if (isBare && !isBlank(line)) {
      throw unreadable(
        t('line {line}: it stands in the head of the file, and may be what is said.', { line: i + 1 }),
        t('Give it times of its own if it is said, or delete it if it is not, and try again.'),
      );
    }
    if (isBlank(lines[i - 1]) && COMMENT.test(line) && (line.startsWith('NOTE') || !cues)) {
      use = 'comment';
      if (line.startsWith('NOTE')) remarks++;
    }
    uses[i] = use;
  }
  return remarks;
}

/** Finds the number, or in VTT the name, in front of each subtitle's times. */
function markNumbers(
  lines: readonly string[],
  uses: (Use | undefined)[],
  places: readonly number[],
  format: 'srt' | 'vtt',
): void {
  const standsApart = (i: number) => i < 0 || isBlank(lines[i - 1]) || uses[i - 1] !== undefined;
  const above = places.map((place) => place - 1).filter((i) => i >= 0 && !isBlank(lines[i]) && !uses[i]);
  const inFront = new Set(above);
  const apart = above.filter(standsApart);
  // If most subtitles have no number of their own, a number in front of the next times is said.
  const numbered = above.filter((i) => numberOf(lines[i]) !== undefined).length * 2 > places.length;
  const named = format === 'vtt' && apart.length * 2 >= places.length && apart.length > 1;
  let last: number | undefined;
  for (const [k, place] of places.entries()) {
    let i = place - 1;
    while (i >= 0 && isBlank(lines[i])) i--;
    if (i < 0 || uses[i]) continue;
    const number = numberOf(lines[i]);
    const next = number !== undefined && number === (last === undefined ? number : last + 1);
    const close = inFront.has(i);
    const isNumber =
      number !== undefined &&
      (close ? numbered && (next || number === k + 1 || standsApart(i)) : next && last !== undefined);
    const first = k === 0 && number !== undefined;
    const isName = format === 'vtt' && close && standsApart(i) && named;
    if (isNumber || first || isName) uses[i] = 'number';
    else if (format === 'vtt' && close && standsApart(i)) {
      throw unreadable(
        t('line {line}: it stands where a subtitle’s name would, and may be what is said.', { line: i + 1 }),
        t('Put an empty line behind it if it is said, or delete it if it is not, and try again.'),
      );
    }
    if (number !== undefined && uses[i] === 'number') last = number;
  }
}

const NUMBER = /^\s*#?(\d{1,9})[.):]?\s*$/u;
const numberOf = (line = ''): number | undefined => {
  const [, digits] = NUMBER.exec(plainSigns(line)) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
