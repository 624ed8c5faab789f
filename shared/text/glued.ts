import { isUnspaced } from './spaceless';

/** A folded word of a running text, and the position of the text that it was written in. */
export interface Piece {
  folded: string;
  at: number;
}

/** Least letters of a name in such a script that is looked for within what is written around it. */
const SHORTEST_NAME_LETTERS = 2;
export const isUnspacedName = (folded: string): boolean =>
  isUnspaced(folded) && folded.length >= SHORTEST_NAME_LETTERS;

/**
 * Finds where names stand in a script without spaces, wherever its words were cut. A name may be one piece, several, or
 * a part of one. Returns positions among the pieces: of the first, and behind the last.
 */
export function findGlued(
  pieces: readonly Piece[],
  names: readonly string[],
): { name: string; from: number; end: number }[] {
  if (names.length === 0) return [];
  const found: { name: string; from: number; end: number }[] = [];
  for (let from = 0; from < pieces.length;) {
    let end = from;
    let row = '';
    /** Position in the row where each piece begins. */
    const starts: number[] = [];
    while (end < pieces.length && isUnspaced(pieces[end]?.folded ?? '')) {
      starts.push(row.length);
      row += pieces[end]?.folded ?? '';
      end++;
    }
    const pieceAt = (offset: number) => from + starts.findLastIndex((start) => start <= offset);
    for (const name of row === '' ? [] : names) {
      for (let at = row.indexOf(name); at >= 0; at = row.indexOf(name, at + name.length))
        found.push({ name, from: pieceAt(at), end: pieceAt(at + name.length - 1) + 1 });
    }
    from = Math.max(end, from + 1);
  }
  return found.sort((a, b) => a.from - b.from);
}
