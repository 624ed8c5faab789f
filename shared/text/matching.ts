import { findSpaceless, hasSpaceless } from './findSpaceless';
import type { Word } from '../model/word';
import { findGlued, isUnspacedName, type Piece } from './glued';

const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*/gu;

/**
 * Returns the words of a text in small letters as they are written, accents included. Leaves out the signs between them
 * and the possessive.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]/gu, (sign) =>
      /\s/u.test(sign) ? sign : '',
    )
    .replace(/[’‘ʼʻ`´]/gu, "'")
    .toLowerCase();
  return (plain.match(PIECE) ?? []).map((piece) => piece.replace(/'s$/u, ''));
}

/**
 * Returns the folded words of a written text: what lies between spaces and signs, without case, accents, invisible
 * characters and possessive. A compound falls into its parts, so that a name is also found within `Oten-based`,
 * `mira@oten.org` and `M.Oten`. The list is empty when nothing is left.
 */
export function foldPhrase(text: string): string[] {
  return plainWords(
    text.normalize('NFKD').replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/gu, ''),
  );
}

/** Returns the folded words of texts that follow one another, each with the position of its text. */
export function foldAll(texts: readonly string[]): Piece[] {
  // Nearly every word of a transcript stands there many times.
  const seen = new Map<string, string[]>();
  const pieces: Piece[] = [];
  for (const [at, text] of texts.entries()) {
    const parts = seen.get(text) ?? foldPhrase(text);
    seen.set(text, parts);
    for (const folded of parts) pieces.push({ folded, at });
  }
  return pieces;
}

/**
 * Returns what stands before an ending that an apostrophe sets apart: `ankara'da` → `ankara`, `mira'll` → `mira`; a
 * word without such an ending stays as it is. A single letter (`o'neil`) and a negation (`don't`) are not a stem with
 * an ending.
 */
export function stemOf(folded: string): string {
  const stem = /^(..+?)'(?!t$)/u.exec(folded)?.[1];
  return stem ?? folded;
}

/** Returns the digits of a number that people group as they like; null for a short one, whose groups tell it apart. */
export function numberOf(folded: readonly string[]): string | null {
  const digits = folded.join('');
  return /^\d{6,}$/u.test(digits) ? digits : null;
}

/**
 * Returns where `wanted` ends if it stands among `pieces` from position `i` on: the position behind its last piece, or
 * null. A long number is found however its digits are grouped.
 */
export function matchAt(
  pieces: readonly Piece[],
  i: number,
  wanted: readonly string[],
  number = numberOf(wanted),
): number | null {
  if (number === null) {
    const last = wanted.length - 1;
    const stands = wanted.every((form, k) => {
      const folded = pieces[i + k]?.folded ?? '';
      return folded === form || (k === last && folded.startsWith(form) && stemOf(folded) === form);
    });
    return stands ? i + wanted.length : null;
  }
  let digits = '';
  let end = i;
  while (digits.length < number.length && /^\d+$/u.test(pieces[end]?.folded ?? '')) {
    digits += pieces[end]?.folded ?? '';
    end++;
  }
  return digits === number ? end : null;
}

const folded = new WeakMap<readonly Word[], Piece[]>();

/** Folds words, once for each list: a list is never changed, only replaced, and is searched again and again. */
export function piecesOf(words: readonly Word[]): Piece[] {
  const known = folded.get(words);
  if (known) return known;
  const pieces = foldAll(words.map(({ text }) => text));
  folded.set(words, pieces);
  return pieces;
}

/**
 * Finds every place where the words of `phrase` stand one after another, as index ranges `[first, last]` into `words`.
 * Ranges do not overlap; signs, case, accents and a possessive do not matter.
 */
export function findPhrase(words: readonly Word[], phrase: string): [number, number][] {
  if (hasSpaceless(phrase)) return findSpaceless(words, phrase).map(({ first, last }) => [first, last]);
  const wanted = foldPhrase(phrase);
  if (wanted.length === 0) return [];
  const number = numberOf(wanted);
  const pieces = piecesOf(words);
  const found: [number, number][] = [];
  // Without spaces it does not matter where words were cut.
  const joined = wanted.join('');
  if (isUnspacedName(joined)) {
    for (const { from, end } of findGlued(pieces, [joined])) {
      const [first, last] = [pieces[from]?.at ?? 0, pieces[end - 1]?.at ?? 0];
      const before = found.at(-1);
      if (before && before[1] >= first) before[1] = Math.max(before[1], last);
      else found.push([first, last]);
    }
    return found;
  }
  for (let i = 0; i < pieces.length;) {
    const end = matchAt(pieces, i, wanted, number);
    const first = pieces[i]?.at ?? 0;
    if (end === null) {
      i++;
      continue;
    }
    const last = pieces[end - 1]?.at ?? first;
    const before = found.at(-1);
    if (before && before[1] >= first) before[1] = Math.max(before[1], last);
    else found.push([first, last]);
    i = end;
  }
  return found;
}
