import type { ChangeDesc, Text } from '@codemirror/state';
import type { WrittenWord } from '../../../shared/edits/correctWords';
import { signsBehind, signsInFront, splitWord } from '../../../shared/model/marker';
import type { PlannedRun } from '../../../shared/plan/RedactionPlan';
import { isSpaceless } from '../../../shared/text/spaceless';
import { splitWords } from '../../../shared/text/splitWords';
import type { Word } from '../../../shared/model/word';
import type { Tokens } from './tokens';

interface Before {
  tokens: Tokens;
  words: readonly Word[];
  /** The runs that were withheld. */
  runs?: readonly PlannedRun[];
}

/**
 * Finds the words of some lines of a text that was typed in. In scripts without spaces, what nobody touched stays cut
 * as it was, and the dictionaries cut the rest; text that was put in between two words continues the first. Words under
 * bars stay what they are, whatever was written beside them.
 * @param typed the changes that made the text from one that read as the words `before`.
 * @param lines by number, from 1, both included.
 */
export function writtenWords(
  text: Text,
  typed: ChangeDesc,
  { tokens, words, runs = [] }: Before,
  lines: { first: number; last: number },
): WrittenWord[] {
  const begun = beginnings(typed, tokens);
  const wordAt = (at: number) => words[begun.get(at) ?? -1];
  const hidden = placesUnderBars(typed, { tokens, words, runs });
  const written: WrittenWord[] = [];
  for (let number = lines.first; number <= lines.last; number++) {
    const line = text.line(number);
    let begins = true;
    for (const { 0: chunk, index } of line.text.matchAll(/\S+/gu)) {
      const at = line.from + index;
      const bars = hidden
        .filter(({ from, to }) => from >= at && to <= at + chunk.length)
        .map(({ from, to, word }) => ({ from: from - at, to: to - at, word }));
      for (const piece of aroundBars(chunk, bars, (place) => wordAt(at + place))) {
        written.push({ ...piece, begins });
        begins = false;
      }
    }
  }
  return written;
}

/**
 * Finds which words begin where in the text now. It leaves out a word whose first letter was touched from both sides.
 */
function beginnings(typed: ChangeDesc, { starts }: Tokens): Map<number, number> {
  const changes: { fromA: number; toA: number; fromB: number; toB: number }[] = [];
  typed.iterChangedRanges((fromA, toA, fromB, toB) => changes.push({ fromA, toA, fromB, toB }));
  const begun = new Map<number, number>();
  let next = 0;
  for (const [word, start] of starts.entries()) {
    while ((changes[next]?.toA ?? Infinity) < start) next++;
    const [passed, change] = [changes[next - 1], changes[next]];
    if (!change || start < change.fromA) begun.set(start + (passed ? passed.toB - passed.toA : 0), word);
    else if (start === change.toA) begun.set(change.toB, word);
    else if (start === change.fromA) begun.set(change.fromB, word);
  }
  return begun;
}

/** A withheld word, and where it stands, in characters. */
interface UnderBar {
  from: number;
  to: number;
  word: Word;
}

/** Finds where words under bars stand in the text now, without the signs around a bar, which can be written. */
function placesUnderBars(typed: ChangeDesc, { tokens, words, runs = [] }: Before): UnderBar[] {
  const { starts, ends } = tokens;
  return runs.flatMap(({ first, last }) =>
    words.slice(first, last + 1).flatMap((word, i): UnderBar[] => {
      const [start, end] = [starts[first + i], ends[first + i]];
      if (start === undefined || end === undefined) return [];
      const { lead, tail } = splitWord(word.text);
      const from = i === 0 ? start + lead.length : start;
      const to = first + i === last ? end - tail.length : end;
      if (isTouched(typed, from, to)) return [];
      return [{ from: typed.mapPos(from, 1), to: typed.mapPos(to, -1), word }];
    }),
  );
}

function isTouched(typed: ChangeDesc, from: number, to: number): boolean {
  let touched = false;
  typed.iterChangedRanges((begin, end) => {
    if (begin < to && end > from) touched = true;
  });
  return touched;
}

type Piece = Omit<WrittenWord, 'begins'>;

/** Cuts what stands between two spaces at the words under bars. Each of these gets the signs around it. */
function aroundBars(
  chunk: string,
  bars: readonly UnderBar[],
  wordAt: (at: number) => Word | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  const put = (from: number, to: number) => {
    for (const [i, text] of cut(chunk.slice(from, to), (at) => wordAt(from + at)).entries()) {
      const glued = i > 0 || (from > 0 && isGlued(chunk, from, wordAt(from)));
      pieces.push({ text, ...(glued && { glued: true as const }) });
    }
  };
  let at = 0;
  for (const [i, { from, to, word }] of bars.entries()) {
    const begin = from - signsInFront(chunk.slice(at, from)).length;
    const next = bars[i + 1]?.from ?? chunk.length;
    const known = nextKnown(to, next, wordAt);
    const end = to + signsBehind(chunk.slice(to, known)).length;
    if (begin > at) put(at, begin);
    const glued = begin > 0 && isGlued(chunk, begin, word);
    pieces.push({ text: chunk.slice(begin, end), of: word.id, ...(glued && { glued: true as const }) });
    at = end;
  }
  if (at < chunk.length) put(at, chunk.length);
  return pieces;
}

/** Finds the first place of a range at which a glued word began before; without one, returns the end of the range. */
function nextKnown(from: number, to: number, wordAt: (at: number) => Word | undefined): number {
  for (let at = from; at < to; at++) if (wordAt(at)?.glued) return at;
  return to;
}

/** Tells whether no space stands between the text in front of a place and the word that begins there. */
const isGlued = (chunk: string, at: number, word: Word | undefined): boolean =>
  word?.glued === true ||
  isSpaceless(chunk.slice(0, at), -1) === true ||
  isSpaceless(chunk.slice(at), 0) === true;

/** Cuts what stands between two spaces where words begin. The dictionaries cut what reads otherwise now. */
function cut(chunk: string, wordAt: (at: number) => Word | undefined): string[] {
  const pieces: string[] = [];
  for (let from = 0, at = 1; at <= chunk.length; at++) {
    const word = wordAt(at);
    if (at < chunk.length && !(word && partsWords(chunk, at, word))) continue;
    const piece = chunk.slice(from, at);
    pieces.push(...partsOf(piece, wordAt(from)?.text));
    from = at;
  }
  return pieces;
}

/**
 * @param before the old text of the word that began there. It stays one word if letters of such a script follow it now.
 */
function partsOf(piece: string, before = ''): string[] {
  const rest = piece.startsWith(before) ? piece.slice(before.length) : piece;
  if (rest === '') return [piece];
  const split = (text: string) => splitWords(text).map(({ text: part }) => part);
  const goesOn = before !== '' && /^\p{L}/u.test(rest) && isSpaceless(rest, 0) === true;
  return goesOn && rest !== piece ? [before, ...split(rest)] : split(piece);
}

/** Tells whether a word begins here. One that lost the space before it is a word only in a script without spaces. */
const partsWords = (chunk: string, at: number, { glued }: Word): boolean =>
  glued === true || isSpaceless(chunk.slice(0, at), -1) === true || isSpaceless(chunk.slice(at), 0) === true;
