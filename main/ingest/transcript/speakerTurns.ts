import { NO_SPEAKER_LABELS } from '../../../shared/plan/noSpeaker';

/** A line of a transcript. */
export interface Line {
  text: string;
  /** True if it begins a paragraph or a subtitle. */
  begins: boolean;
}

/** A line with labels, clocks and dashes of dialogue blanked out, so that all else stays where it was. */
export interface TurnLine {
  text: string;
  speaker?: string;
  /** True if somebody else may speak from here on. */
  turn: boolean;
}

const CLOCK = String.raw`\d{1,3}(?::[0-5]\d){1,2}(?:[.,]\d{1,3})?`;
const BRACKETED = String.raw`[[(]\s?${CLOCK}(?:\s?(?:-->|[-–—])\s?${CLOCK})?\s?[\])]`;
/** A clock as in `00:00:01.000 - 00:00:05.000`, with frames or fractions behind the seconds. */
const FULL = String.raw`\d{1,2}:[0-5]\d:[0-5]\d(?:[:;.,]\d{2,3})?`;
const RANGE = String.raw`${FULL}\s?(?:-->|[-–—])\s?${FULL}`;
const PART = String.raw`[\p{L}\p{M}\p{N}.'’_-]{0,40}`;
const NAME = String.raw`\p{L}${PART}(?: [\p{L}\p{N}]${PART}){0,3}?`;
/** Labels that programs give, and not words in front of a colon. */
const GIVEN = String.raw`(?:speaker|spk|spkr)[ _-]?(?:\d{1,3}|[a-z]|\?)|s\d{2}`;
const AFTER = String.raw`(?:[:：](?=\s|$|[^\u0000-\u007f])|：)`;

const BEFORE = String.raw`^\s*(?:(?:${BRACKETED}|${RANGE}(?=\s)|${CLOCK}(?=\s))\s*)?`;
/** Labels of lines that are nobody's, as exports write them. */
const NOBODY = NO_SPEAKER_LABELS.map((label) => label.replace(/[[\]?]/gu, '\\$&')).join('|');
const LABELS = [
  new RegExp(String.raw`${BEFORE}(${NOBODY})\s?${AFTER}`, 'u'),
  // `[SPEAKER_00]:`, `Speaker 1 (00:00):`, `[00:00:00] ANNA:`
  new RegExp(
    String.raw`${BEFORE}[[(]?(${GIVEN}|${NAME})[\])]?(?:\s*(?:${BRACKETED}|${CLOCK}))?\s?${AFTER}`,
    'iu',
  ),
  // `Speaker 1  0:00` on a line of its own
  new RegExp(String.raw`${BEFORE}(${GIVEN}|${NAME})\s+(?:${BRACKETED}|${CLOCK})\s*$`, 'iu'),
  // `00:00:01.000 - 00:00:05.000 Anna` on a line of its own
  new RegExp(String.raw`^\s*${RANGE}\s+(${GIVEN}|${NAME})\s*$`, 'iu'),
  // `(speaker 0) Yes.`
  new RegExp(String.raw`${BEFORE}[[(](${GIVEN})[\])]`, 'iu'),
];
const IS_GIVEN = new RegExp(`^(?:${GIVEN})$`, 'iu');
const isGiven = (name: string): boolean => IS_GIVEN.test(name) || NO_SPEAKER_LABELS.includes(name);
const CLOCKS = new RegExp(BRACKETED, 'gu');
const CLOCK_ALONE = new RegExp(String.raw`^\s*(?:${CLOCK}|${RANGE})\s*$`, 'u');
const HAS_CLOCK = new RegExp(CLOCK, 'u');

const DASH = /^\s*(?:[-–—‐]\s*(?=[^\s\d-])|>{2,}\s*)/u;
const SENTENCE_END = /[.?!…。？！؟][\p{Pe}\p{Pf}"'»]*\s*$/u;

/**
 * Reads who speaks, by labels in front of colons, clocks beside them, and dashes of dialogue. Text in front of a colon
 * is a label only where that is plainly meant: programs write it so, or it comes back and most lines, or two speakers,
 * have one. Otherwise it is said. A line without a label goes on with the turn.
 * @param labelled true if there may be labels; there are none where the file tells of voices otherwise.
 * @returns the lines, and the count of clocks that were blanked out.
 */
export function speakerTurns(lines: readonly Line[], labelled = true): { lines: TurnLine[]; clocks: number } {
  const dashed = dashesOf(lines);
  const plain = lines.map(({ text }, i) => blank(text, dashed[i] ?? 0));
  const heads = labelled ? acceptedHeads(plain, lines) : [];
  const clocks = clocksToBlank(plain, heads);
  let speaker: string | undefined;
  let count = 0;
  const read = plain.map((text, i): TurnLine => {
    const head = heads[i];
    const dash = (dashed[i] ?? 0) > 0;
    if (head) speaker = NO_SPEAKER_LABELS.includes(head.name) ? undefined : head.name;
    else if (dash) speaker = undefined;
    if (head?.clock) count++;
    let rest = head ? blank(text, head.length) : text;
    if (clocks) {
      rest = rest.replace(CLOCKS, (clock) => {
        count++;
        return ' '.repeat(clock.length);
      });
      if (CLOCK_ALONE.test(rest)) {
        count++;
        rest = ' '.repeat(rest.length);
      }
    }
    return { text: rest, ...(speaker !== undefined && { speaker }), turn: head !== undefined || dash };
  });
  return { lines: read, clocks: count };
}

const blank = (text: string, length: number): string => ' '.repeat(length) + text.slice(length);

interface Head {
  name: string;
  /** Count of its characters from the start of the line. */
  length: number;
  clock: boolean;
  given: boolean;
}

function headOf(text: string): Head | undefined {
  // A label stands at the start; the rest of a long line need not be looked at.
  const start = text.slice(0, 300);
  for (const label of LABELS) {
    const match = label.exec(start);
    if (!match?.[1]) continue;
    const name = match[1];
    const rest = match[0].replace(name, '');
    return { name, length: match[0].length, clock: HAS_CLOCK.test(rest), given: isGiven(name) };
  }
  return undefined;
}

function acceptedHeads(texts: readonly string[], lines: readonly Line[]): (Head | undefined)[] {
  const heads = texts.map(headOf);
  const counts = new Map<string, number>();
  for (const head of heads) if (head) counts.set(head.name, (counts.get(head.name) ?? 0) + 1);
  const comesBack = ({ name }: Head) => (counts.get(name) ?? 0) > 1;
  const recurring = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
  const capital = (name: string) => /^\p{Lu}/u.test(name);
  const blocks = lines.filter(({ begins }, i) => begins || heads[i]).length;
  const labelled = heads.filter((head) => head !== undefined).length;
  const most = labelled >= 2 && labelled > blocks / 2 && recurring.length > 0;
  const two = recurring.filter(capital).length >= 2;
  const timed = heads.filter((head) => head?.clock).length >= 2;
  return heads.map((head, i) => {
    if (!head) return undefined;
    if (head.given || (timed && head.clock)) return head;
    if (!most && !(two && capital(head.name))) return undefined;
    // A sentence begins after a label, but may go on after another colon.
    const goesOn = /^\s*\p{Ll}/u.test((texts[i] ?? '').slice(head.length));
    return comesBack(head) || !goesOn ? head : undefined;
  });
}

/** Tells whether the clocks among the lines say when these are said: at least two, and none before the one in front. */
function clocksToBlank(texts: readonly string[], heads: readonly (Head | undefined)[]): boolean {
  const times = texts.flatMap((text, i) => {
    const found = [...text.slice(heads[i]?.length ?? 0).matchAll(CLOCKS)].map(([clock]) => secondsOf(clock));
    return CLOCK_ALONE.test(text) ? [secondsOf(text)] : found;
  });
  return times.length >= 2 && times.every((time, i) => time >= (times[i - 1] ?? 0));
}

const secondsOf = (clock: string): number =>
  (HAS_CLOCK.exec(clock)?.[0] ?? '')
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => 60 * sum + Number(part), 0);

/**
 * Counts the characters of each line that are a dash of dialogue. A dash may also stand within a sentence that goes on
 * in the next line, so one alone counts only where a sentence has ended.
 */
function dashesOf(lines: readonly Line[]): number[] {
  const lengths = lines.map(({ text }) => DASH.exec(text)?.[0].length ?? 0);
  let first = 0;
  return lengths.map((length, i) => {
    if (lines[i]?.begins) first = i;
    if (length === 0) return 0;
    const text = lines[i]?.text ?? '';
    if (text.trimStart().startsWith('>')) return length;
    let end = i + 1;
    while (lines[end]?.begins === false) end++;
    const several = lengths.slice(first, end).filter((one) => one > 0).length > 1;
    const before = lines.slice(0, i).findLast((line) => line.text.trim() !== '')?.text;
    return several || (i === first && (before === undefined || SENTENCE_END.test(before))) ? length : 0;
  });
}
