/** A word or a sign of a text; offsets are UTF-16 code units. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/**
 * Words, and signs one by one. The full stops of an abbreviation of single letters belong to it (`U.S.`), and English
 * negations and possessives stand for themselves (`did|n't`, `Ann|'s`), as in the text that the models were trained on.
 */
const PIECE =
  /(?:[A-Za-z]\.){2,}|n['’]t(?![\p{L}\p{M}])|['’](?:s|m|re|ve|ll|d)(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+?(?=n['’]t(?![\p{L}\p{M}]))|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/giu;

export function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** After these a full stop ends no sentence. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|st|gen|col|maj|lt|capt|sgt|sr|jr|vs|etc|no|г|ул|им|пр|т|д|п|тыс|млн|млрд|руб|см|стр|с|др)$/iu;

/** Pieces that are read together at most; a longer sentence is cut. */
const LONGEST_SENTENCE_PIECES = 120;

/** Sentences of a text: a line break ends one, and so does a full stop before what may begin the next. */
export function sentencesOf(text: string): Piece[][] {
  const sentences: Piece[][] = [];
  let sentence: Piece[] = [];
  const pieces = piecesOf(text);
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before && sentence.length > 0) {
      const gap = text.slice(before.end, piece.start);
      const ends =
        sentence.length >= LONGEST_SENTENCE_PIECES ||
        gap.includes('\n') ||
        (gap !== '' && endsSentence(pieces[i - 2], before, piece));
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

function endsSentence(earlier: Piece | undefined, stop: Piece, next: Piece): boolean {
  if (!/^[.!?…]$/u.test(stop.text) || !/^[\p{Lu}\p{N}«"“—–-]/u.test(next.text)) return false;
  const abbreviated = earlier && (ABBREVIATION.test(earlier.text) || /^\p{Lu}$/u.test(earlier.text));
  return !(stop.text === '.' && abbreviated);
}
