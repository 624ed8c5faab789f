import type { Piece } from '../../text/glued';
import { numbersSaid, type SaidNumber } from './numbersSaid';

/** Words that people put between the groups of a number. */
const BETWEEN = new Set(
  (
    'then and next uh um er hm yes yeah dash hyphen minus plus space comma dot after that code extension ' +
    'потом дальше затем и да ну э тире дефис плюс пробел код далее ага так сосын және содан кеиін кеиин сызықша'
  ).split(' '),
);
const MOST_WORDS_BETWEEN = 2;

/** Rows of numbers, and what people say between their groups left out. */
export function digitRuns(pieces: readonly Piece[], language: string): SaidNumber[][] {
  const runs: SaidNumber[][] = [];
  for (const number of numbersSaid(pieces, language)) {
    const before = runs.at(-1)?.at(-1);
    const gap = before && pieces.slice(before.end, number.from);
    const joins = gap && gap.length <= MOST_WORDS_BETWEEN && gap.every(({ folded }) => BETWEEN.has(folded));
    if (joins) runs.at(-1)?.push(number);
    else runs.push([number]);
  }
  return runs;
}

/** Digits from which on a part of a number tells it. */
const TELLING_DIGITS = 4;
/** Digits at the end of a number that tell it though others follow. */
const SUBSCRIBER_DIGITS = 7;
/** Numbers of one row that are looked at together. */
const MOST_NUMBERS_IN_ROW = 16;

/**
 * The first and the last of some numbers in a row that together are a telling part of a long number; null where none
 * are. All that is said in a row may be any part of it; a part of what is said has to be its end, since other numbers of
 * the same network begin alike.
 */
export function partOf(run: readonly SaidNumber[], number: string): [SaidNumber, SaidNumber] | null {
  for (let first = 0; first < run.length; first++) {
    for (let end = Math.min(run.length, first + MOST_NUMBERS_IN_ROW); end > first; end--) {
      const some = run.slice(first, end);
      const [from, to] = [some[0], some.at(-1)];
      const row = some.map(({ digits }) => digits).join('');
      const isAll = some.length === run.length && row.length >= TELLING_DIGITS && number.includes(row);
      const isEnd =
        row.length >= (end === run.length ? TELLING_DIGITS : SUBSCRIBER_DIGITS) && number.endsWith(row);
      if (from && to && (isAll || isEnd)) return [from, to];
    }
  }
  return null;
}
