import { commonWords } from '../../../shared/text/commonWords';
import { isGlued, splitWords, type SplitWord } from '../../../shared/text/splitWords';
import type { Oddities } from './Oddities';
import type { Piece } from './spokenPieces';

/**
 * A word and the pieces that are said in it. `part` tells where it begins in the first and ends in the last, 0 to 1.
 */
export interface AlignedWord {
  word: SplitWord;
  pieces: Piece[];
  part: { from: number; to: number };
}

/** Most pairs of words for which a text and its list are compared. */
const MOST_PAIRS = 4_000_000;

/**
 * Returns the words of a text with the pieces that have times for them. Tokens are joined, single letters of scripts
 * without spaces become words, and punctuation that only the text has is kept. Where text and pieces have other
 * letters, the pieces are taken as they are, and what only the text has is put between them, without times.
 */
export function alignPieces(text: string, pieces: readonly Piece[], odd: Oddities): AlignedWord[] {
  const said = withPunctuation(pieces.filter((piece) => piece.text.trim() !== ''));
  const words = splitWords(text);
  const letters = said.map((piece) => lettersOf(piece.text));
  if (words.length > 0 && letters.join('') === words.map((word) => lettersOf(word.text)).join('')) {
    return byLetters(words, said, letters);
  }
  const own = standAlone(said);
  return words.length > 0 ? withMissing(own, words, odd) : own;
}

/** Joins signs that have times of their own to the word they stand at. */
function withPunctuation(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  let opening: Piece | undefined;
  for (const piece of pieces) {
    const last = made.at(-1);
    if (lettersOf(piece.text) !== '') {
      made.push(opening ? { ...piece, text: opening.text + piece.text } : piece);
      opening = undefined;
    } else if (last && !opening && !/^\s/u.test(piece.text)) {
      made[made.length - 1] = {
        ...last,
        text: last.text + piece.text,
        end: last.end === null ? null : Math.max(last.end, piece.end ?? 0),
        confidence:
          piece.confidence === undefined ? last.confidence : Math.min(last.confidence ?? 1, piece.confidence),
      };
    } else {
      opening = opening ? { ...opening, text: opening.text + piece.text } : piece;
    }
  }
  return opening ? [...made, opening] : made;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

function byLetters(
  words: readonly SplitWord[],
  pieces: readonly Piece[],
  letters: readonly string[],
): AlignedWord[] {
  let [done, next, begun] = [0, 0, 0];
  return words.map((word) => {
    const end = done + lettersOf(word.text).length;
    while (next < pieces.length && begun + (letters[next]?.length ?? 0) <= done)
      begun += letters[next++]?.length ?? 0;
    const own: Piece[] = [];
    const part = { from: 0, to: 1 };
    for (let i = next, at = begun; i < pieces.length && at < end; at += letters[i++]?.length ?? 0) {
      const [piece, length] = [pieces[i], letters[i]?.length ?? 0];
      if (!piece || length === 0) continue;
      if (own.length === 0) part.from = (Math.max(done, at) - at) / length;
      part.to = (Math.min(end, at + length) - at) / length;
      own.push(piece);
    }
    done = end;
    return { word, pieces: own, part };
  });
}

const WHOLE = { from: 0, to: 1 };
/** Most characters of a word in a script without spaces; a longer piece is several words. */
const LONG_WORD_CHARACTERS = 6;

/**
 * Makes words of pieces without a text around them. Where most pieces begin with a space, one that does not goes on
 * with the word before.
 */
function standAlone(pieces: readonly Piece[]): AlignedWord[] {
  const spaced = pieces.filter(({ text }) => /^\s/u.test(text)).length > pieces.length / 2;
  const made: AlignedWord[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    const split = splitWords(piece.text);
    const [first] = split;
    if (!first) continue;
    const goesOn = last && spaced && !/^\s/u.test(piece.text);
    const glued = last !== undefined && isGlued(last.word.text, first.text);
    if (goesOn && !glued && split.length === 1) {
      last.word = { ...last.word, text: last.word.text + first.text };
      last.pieces.push(piece);
      continue;
    }
    const one =
      split.length > 1 && !/\s/u.test(piece.text.trim()) && piece.text.trim().length <= LONG_WORD_CHARACTERS;
    const words = one ? [{ text: piece.text.trim(), at: 0 }] : split;
    const total = words.reduce((sum, { text }) => sum + text.length + 2, 0);
    let passed = 0;
    for (const [i, word] of words.entries()) {
      const from = passed / total;
      passed += word.text.length + 2;
      const joins = i === 0 ? glued : word.glued;
      made.push({
        word: { text: word.text, at: 0, ...(joins && { glued: true as const }) },
        pieces: [piece],
        part: words.length === 1 ? WHOLE : { from, to: i === words.length - 1 ? 1 : passed / total },
      });
    }
  }
  return made;
}

/** Puts in the words that the text has and the pieces have not. */
function withMissing(own: readonly AlignedWord[], words: readonly SplitWord[], odd: Oddities): AlignedWord[] {
  const a = own.map(({ word }) => lettersOf(word.text));
  const b = words.map(({ text }) => lettersOf(text));
  if (a.length * b.length > MOST_PAIRS) {
    odd.count('differing');
    return [...own];
  }
  const made: AlignedWord[] = [];
  let [i, j] = [0, 0];
  for (const [toI, toJ] of [...commonWords(a, b), [a.length, b.length] as const]) {
    if (i === toI) {
      const missing = words.slice(j, toJ).filter(({ text }) => lettersOf(text) !== '');
      odd.count('added', missing.length);
      made.push(...missing.map((word) => ({ word, pieces: [], part: WHOLE })));
    } else if (j < toJ) odd.count('differing');
    made.push(...own.slice(i, toI + 1));
    [i, j] = [toI + 1, toJ + 1];
  }
  return made;
}
