import { foldPhrase } from '../../text/matching';
import type { Piece } from '../../text/glued';
import { numbersSaid } from './numbersSaid';
import { letterNamed } from './spelledAloud';

/** Least letters and digits of a car's or a document's number that tells whose it is. */
const SHORTEST_CODE_CHARACTERS = 4;
const BETWEEN = new Set('dash hyphen space then and slash тире дефис пробел потом и сызықша'.split(' '));

/** Returns the letters and digits of a number that has both, such as `417 ABC 02`, in a row; null for any other. */
export function codeOf(text: string): string | null {
  const code = foldPhrase(text).join('');
  const isCode = /^[\p{L}\p{N}]+$/u.test(code) && /\p{L}/u.test(code) && /\d.*\d/u.test(code);
  return isCode && code.length >= SHORTEST_CODE_CHARACTERS ? code : null;
}

/**
 * Finds every place where a code is said, its digits and letters each in some way. Returns positions among pieces: of
 * the first, and behind the last.
 */
export function codesSaid(
  pieces: readonly Piece[],
  codes: ReadonlySet<string>,
  language: string,
): { code: string; from: number; end: number }[] {
  if (codes.size === 0) return [];
  const numbers = new Map(numbersSaid(pieces, language).map((number) => [number.from, number]));
  const found: { code: string; from: number; end: number }[] = [];
  for (const code of codes) {
    for (let from = 0; from < pieces.length; from++) {
      let row = '';
      for (let i = from; i < pieces.length && row.length < code.length;) {
        const folded = pieces[i]?.folded ?? '';
        const number = numbers.get(i);
        const said = [number?.digits, letterNamed(folded), folded].find(
          (part) => part !== undefined && part !== '' && code.startsWith(row + part),
        );
        if (said === undefined && (row === '' || !BETWEEN.has(folded))) break;
        row += said ?? '';
        i = said !== undefined && said === number?.digits ? number.end : i + 1;
        if (row === code) found.push({ code, from, end: i });
      }
    }
  }
  return found;
}
