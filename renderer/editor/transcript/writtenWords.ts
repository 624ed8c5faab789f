import type { ChangeDesc, Text } from '@codemirror/state';
import type { WrittenWord } from '../../../shared/edits/correctWords';
import { isSpaceless } from '../../../shared/text/spaceless';
import { splitWords } from '../../../shared/text/splitWords';
import type { Word } from '../../../shared/model/word';
import type { Tokens } from './tokens';

interface Before {
  tokens: Tokens;
  words: readonly Word[];
}

/**
 * The words of some lines of a text that was typed in. In scripts without spaces what nobody touched stays cut into words
 * as it was, and the rest is cut by the dictionaries; what is put in between two words goes on from the first.
 * @param typed what made the text from one that read as the words `before`.
 * @param lines by number, from 1, both included.
 */
export function writtenWords(
  text: Text,
  typed: ChangeDesc,
  { tokens, words }: Before,
  lines: { first: number; last: number },
): WrittenWord[] {
  const begun = beginnings(typed, tokens);
  const wordAt = (at: number) => words[begun.get(at) ?? -1];
  const written: WrittenWord[] = [];
  for (let number = lines.first; number <= lines.last; number++) {
    const line = text.line(number);
    let begins = true;
    for (const { 0: chunk, index } of line.text.matchAll(/\S+/gu)) {
      for (const [i, piece] of cut(chunk, (at) => wordAt(line.from + index + at)).entries()) {
        written.push({ text: piece, begins, ...(i > 0 && { glued: true as const }) });
        begins = false;
      }
    }
  }
  return written;
}

/** Which words begin where in the text as it is now; none where their first letter was touched from both sides. */
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

/** What stands between two spaces, cut where words begin and, where they read otherwise now, by the dictionaries. */
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

/** @param before what the word read that began there: it stays one where letters of such a script were put in behind it. */
function partsOf(piece: string, before = ''): string[] {
  const rest = piece.startsWith(before) ? piece.slice(before.length) : piece;
  if (rest === '') return [piece];
  const split = (text: string) => splitWords(text).map(({ text: part }) => part);
  const goesOn = before !== '' && /^\p{L}/u.test(rest) && isSpaceless(rest, 0) === true;
  return goesOn && rest !== piece ? [before, ...split(rest)] : split(piece);
}

/** A word that stood behind a space, where there is none now, is one of its own only in a script without spaces. */
const partsWords = (chunk: string, at: number, { glued }: Word): boolean =>
  glued === true || isSpaceless(chunk.slice(0, at), -1) === true || isSpaceless(chunk.slice(at), 0) === true;
