import type { Piece } from '../../text/glued';
import { reversed } from '../../text/reversed';
import { numbersSaid, type SaidNumber } from './numbersSaid';

/** A number in a row, and whether a sentence ended or somebody paused in front of it. */
export interface RowNumber extends SaidNumber {
  after: 'number' | 'pause' | 'sentence';
}

/** Words that people put between the groups of a number. */
const BETWEEN = new Set(
  (
    'then and next uh um er hm yes yeah dash hyphen minus plus space comma dot after that code extension ' +
    'потом дальше затем и да ну э тире дефис плюс пробел код далее ага так сосын және содан кеиін кеиин сызықша'
  ).split(' '),
);
const MOST_WORDS_BETWEEN = 2;

const ENDS_SENTENCE = /[.!?…。！？؟۔]["'”’»)\]]*$/u;
const PAUSES = /[,;:،、–—-]["'”’»)\]]*$/u;

/** Returns rows of numbers, without what people say between their groups. */
export function digitRuns(
  pieces: readonly Piece[],
  texts: readonly string[],
  language: string,
): RowNumber[][] {
  const runs: RowNumber[][] = [];
  for (const number of numbersSaid(pieces, language)) {
    const before = runs.at(-1)?.at(-1);
    const gap = before && pieces.slice(before.end, number.from);
    const joins = gap && gap.length <= MOST_WORDS_BETWEEN && gap.every(({ folded }) => BETWEEN.has(folded));
    if (joins) runs.at(-1)?.push({ ...number, after: signBetween(pieces, texts, before.end, number.from) });
    else runs.push([{ ...number, after: 'sentence' }]);
  }
  return runs;
}

/** Tells by the signs between them how the number that begins at `from` follows the one that ends in front of `end`. */
function signBetween(
  pieces: readonly Piece[],
  texts: readonly string[],
  end: number,
  from: number,
): RowNumber['after'] {
  const [first, next] = [pieces[end - 1]?.at ?? 0, pieces[from]?.at ?? 0];
  const passed = texts.slice(first, next);
  if (passed.some((text) => ENDS_SENTENCE.test(text))) return 'sentence';
  return passed.some((text) => PAUSES.test(text)) || end < from ? 'pause' : 'number';
}

/** Least digits of a part that tells its number. */
const TELLING_DIGITS = 4;
/** Digits that tell a number though others follow, or a sentence ends among them. */
const SUBSCRIBER_DIGITS = 7;
/** Most digits that may be missing at the end of a part that tells its number. */
const MISSING_DIGITS = 2;
/** Digits that other numbers of the same country and network begin with too. */
const NETWORK_DIGITS = 4;
/** Most numbers of one row that are looked at together. */
const MOST_NUMBERS_IN_ROW = 16;

/** The first and the last of some numbers in a row. */
export type RowPart = [RowNumber, RowNumber];

/** Returns every part of a row that meets a condition, the longest first, none within another. */
function partsWhere(
  run: readonly RowNumber[],
  tells: (row: string, first: number, end: number) => boolean,
): RowPart[] {
  const parts: RowPart[] = [];
  for (let first = 0; first < run.length; first++) {
    for (let end = Math.min(run.length, first + MOST_NUMBERS_IN_ROW); end > first; end--) {
      const some = run.slice(first, end);
      const [from, to] = [some[0], some.at(-1)];
      if (!from || !to || !tells(some.map(({ digits }) => digits).join(''), first, end)) continue;
      parts.push([from, to]);
      first = end - 1;
      break;
    }
  }
  return parts;
}

/**
 * Finds where a telling part of a long number is said. What is said in a row up to the end of a sentence may be any
 * part of the number. So may what stands between two pauses, except its beginning: other numbers of the same network
 * begin alike. Other numbers in front of a part or behind it hide it only if it has fewer digits than a subscriber's
 * number.
 */
export function partsOf(run: readonly RowNumber[], number: string): RowPart[] {
  return partsWhere(run, (row, first, end) => {
    if (row.length < TELLING_DIGITS || !number.includes(row)) return false;
    const crosses = run.slice(first + 1, end).some(({ after }) => after === 'sentence');
    if (crosses && row.length < SUBSCRIBER_DIGITS) return false;
    const begins = run[first]?.after ?? 'sentence';
    const stops = run[end]?.after ?? 'sentence';
    if (begins === 'sentence' && stops === 'sentence') return true;
    // Somebody who counts (one, two, three) pauses as well.
    const counts = run.slice(first + 1, end).some(({ after }) => after === 'pause');
    const isHeard = (side: RowNumber['after']) => side === 'sentence' || (side === 'pause' && !counts);
    const at = number.lastIndexOf(row);
    const missing = number.length - at - row.length;
    if (missing === 0 && (isHeard(stops) || row.length >= SUBSCRIBER_DIGITS)) return true;
    if (isHeard(begins) && isHeard(stops) && at >= NETWORK_DIGITS) return true;
    return missing <= MISSING_DIGITS && row.length >= SUBSCRIBER_DIGITS - 1;
  });
}

/** Finds where a long number is said from behind, or so much of it that a subscriber's number is among it. */
export function reversedPartsOf(run: readonly RowNumber[], number: string): RowPart[] {
  const fromBehind = reversed(number);
  return partsWhere(run, (row) => row.length >= SUBSCRIBER_DIGITS && fromBehind.includes(row));
}

/** Least digits of a short number that may be said in groups. A shorter one is said in one word, or digit by digit. */
const SHORTEST_GROUPED_DIGITS = 4;
/** Least digits of a number that is asked about at all. */
export const SHORTEST_NUMBER_DIGITS = 3;

/** Finds where the whole of a short number is said: in one word, in groups, digit by digit. */
export function wholesOf(run: readonly RowNumber[], number: string): RowPart[] {
  return partsWhere(run, (row, first, end) => {
    if (row !== number) return false;
    const some = run.slice(first, end);
    if (some.slice(1).some(({ after }) => after === 'sentence')) return false;
    return (
      row.length >= SHORTEST_GROUPED_DIGITS ||
      some.length === 1 ||
      some.every(({ digits }) => digits.length === 1)
    );
  });
}
