import { behind, CHARACTER, endOfRun, kindsAt } from '../lexicon/characterKinds';
import { isAbbreviation } from '../lexicon/isAbbreviation';

/** A word or a sign of a text; offsets are UTF-16 code units. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/**
 * A word, or a single sign. The full stops of an abbreviation of single letters belong to it (`U.S.`), and English
 * negations and possessives stand for themselves (`did|n't`, `Ann|'s`), as in the text that the models were trained on.
 */
const PIECE =
  /(?:[A-Za-z]\.){2,8}|n['’]t(?![\p{L}\p{M}])|['’](?:[smd]|re|ve|ll)(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+(?:['’](?:[tsmd]|re|ve|ll)(?![\p{L}\p{M}]))?|[^\s\p{L}\p{M}\p{N}]/iuy;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const kinds = kindsAt(text, start);
    if (kinds & space) {
      start = behind(text, start);
      continue;
    }
    const end = endOfPiece(text, start, kinds);
    const found = text.slice(start, end);
    const cut = found.length > 2 ? cutOf(found) : 0;
    if (cut === 0) {
      pieces.push({ text: found, start, end });
    } else {
      pieces.push({ text: found.slice(0, cut), start, end: start + cut });
      pieces.push({ text: found.slice(cut), start: start + cut, end });
    }
    start = end;
  }
  return pieces;
}

const { letter, mark, number, space } = CHARACTER;
const isApostrophe = (sign: string) => sign === "'" || sign === '’';

/** Returns where a piece ends. The pattern is asked only where more than a word without signs, or a sign, may stand. */
function endOfPiece(text: string, start: number, kinds: number): number {
  const end = kinds & (letter | mark | number) ? endOfRun(text, start, letter | mark | number) : start;
  const sign = text.charAt(end);
  if (end === start && !isApostrophe(sign)) return behind(text, start);
  if (end > start && !isApostrophe(sign) && !(sign === '.' && end === start + 1)) return end;
  PIECE.lastIndex = start;
  PIECE.test(text);
  return PIECE.lastIndex;
}

/** Returns where the possessive or negation behind a word begins; zero where there is none. */
function cutOf(found: string): number {
  const apostrophe = Math.max(found.indexOf("'"), found.indexOf('’'));
  if (apostrophe <= 0) return 0;
  const negation = /^t$/iu.test(found.slice(apostrophe + 1));
  if (!negation) return apostrophe;
  return /n$/iu.test(found.slice(0, apostrophe)) ? apostrophe - 1 : 0;
}

/** Most pieces that are read together; a longer sentence is cut. */
const LONGEST_SENTENCE_PIECES = 120;

/** Splits a text into sentences: a line break ends one, and so does a full stop before what may begin the next. */
export function sentencesOf(text: string): Piece[][] {
  const sentences: Piece[][] = [];
  let sentence: Piece[] = [];
  const pieces = piecesOf(text);
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before && sentence.length > 0) {
      const touches = before.end === piece.start;
      const ends =
        sentence.length >= LONGEST_SENTENCE_PIECES ||
        (!touches &&
          (text.slice(before.end, piece.start).includes('\n') || endsSentence(pieces[i - 2], before, piece)));
      if (ends) {
        sentences.push(sentence);
        sentence = [];
      }
    }
    sentence.push(piece);
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

const STOPS: ReadonlySet<string> = new Set('.!?…');

function endsSentence(earlier: Piece | undefined, stop: Piece, next: Piece): boolean {
  if (!STOPS.has(stop.text) || !/^[\p{Lu}\p{N}«"“—–-]/u.test(next.text)) return false;
  const abbreviated = earlier && (isAbbreviation(earlier.text) || /^\p{Lu}$/u.test(earlier.text));
  return !(stop.text === '.' && abbreviated);
}
