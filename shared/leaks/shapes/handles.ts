import { foldPhrase } from '../../text/matching';
import type { Piece } from '../../text/glued';
import { numbersSaid } from './numbersSaid';

/** Words for the signs of an address. They may be left out of what is compared. */
const SIGNS = new Set(
  'at dot underscore dash hyphen minus point sign slash собака точка подчеркивание нижнее тире дефис нүкте'.split(
    ' ',
  ),
);

/** Least letters and digits of a handle that tells whose it is. */
const SHORTEST_HANDLE_CHARACTERS = 5;
const MOST_PIECES = 10;

/**
 * Returns what an address or a handle is known by besides itself: what stands before its @, and that without its
 * digits. All letters and digits are in a row.
 */
export function handlesOf(address: string): string[] {
  const plain = address.normalize('NFKC').toLowerCase().trim();
  if (!/[@_]|\p{L}\d|\d\p{L}|:\/\//u.test(plain)) return [];
  const [before = '', domain] = plain.replace(/^@/u, '').split('@');
  const mailbox = foldPhrase(before).join('').replaceAll('_', '');
  const name = mailbox.replace(/\d+$/u, '');
  return [mailbox, ...(domain !== undefined || plain.startsWith('@') ? [name] : [])].filter(
    (handle) => handle.length >= SHORTEST_HANDLE_CHARACTERS && /\p{L}/u.test(handle),
  );
}

/**
 * Finds every place where a handle stands, its signs and digits said or written. Returns positions among pieces: of the
 * first, and behind the last.
 */
export function findHandles(
  pieces: readonly Piece[],
  handles: ReadonlySet<string>,
  language: string,
): { handle: string; from: number; end: number }[] {
  if (handles.size === 0) return [];
  const starts = new Set([...handles].map((handle) => handle.slice(0, 2)));
  const numbers = new Map(numbersSaid(pieces, language).map((number) => [number.from, number]));
  const longest = Math.max(...[...handles].map(({ length }) => length));
  const found: { handle: string; from: number; end: number }[] = [];
  for (let from = 0; from < pieces.length; from++) {
    const first = partOf(pieces[from]?.folded ?? '');
    if (!startsSome(first, pieces[from + 1]?.folded ?? '', starts)) continue;
    let row = '';
    for (let i = from; i < Math.min(pieces.length, from + MOST_PIECES) && row.length < longest;) {
      const folded = pieces[i]?.folded ?? '';
      const number = numbers.get(i);
      row += number ? number.digits : i > from && SIGNS.has(folded) ? '' : partOf(folded);
      i = number?.end ?? i + 1;
      // Somebody with several accounts changes the digits.
      const handle = [row, row.replace(/\d+$/u, '')].find((one) => handles.has(one));
      if (handle !== undefined) found.push({ handle, from, end: i });
    }
  }
  return found;
}

const partOf = (folded: string): string => folded.replace(/[_']/gu, '');

const startsSome = (first: string, second: string, starts: ReadonlySet<string>): boolean =>
  starts.has(first.slice(0, 2)) || (first.length === 1 && starts.has(first + second.slice(0, 1)));
