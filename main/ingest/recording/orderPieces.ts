import { basename } from 'node:path';

/**
 * Ways in which cameras number the pieces of one recording: each returns what their names have in common, and the
 * piece.
 */
const NUMBERINGS: readonly ((name: string) => [recording: string, piece: number] | null)[] = [
  // GoPro from HERO6 on: GX, GH or GL, two digits of the piece, four of the recording.
  (name) => match(/^(G[HXL])(\d{2})(\d{4})(\.\w+)$/iu, name, (all) => [[all[1], all[3], all[4]], all[2]]),
  // GoPro before: GOPR1234, then GP011234 and so on.
  (name) => match(/^GOPR(\d{4})(\.\w+)$/iu, name, (all) => [['GP', all[1], all[2]], '0']),
  (name) => match(/^GP(\d{2})(\d{4})(\.\w+)$/iu, name, (all) => [['GP', all[2], all[3]], all[1]]),
  // AVCHD
  (name) => match(/^(\d{5})(\.M2?TS)$/iu, name, (all) => [['', all[2]], all[1]]),
];

function match(
  pattern: RegExp,
  name: string,
  parts: (all: RegExpExecArray) => [(string | undefined)[], string | undefined],
): [string, number] | null {
  const all = pattern.exec(name);
  if (!all) return null;
  const [recording, piece] = parts(all);
  return [recording.join('/').toUpperCase(), Number(piece)];
}

const numberOf = (file: string): [string, number] | null => {
  for (const numbering of NUMBERINGS) {
    const found = numbering(basename(file));
    if (found) return found;
  }
  return null;
};

/** Returns the pieces of a recording in the camera's order; as they are given where the camera did not number them. */
export function orderPieces(files: readonly string[]): string[] {
  const numbers = files.map(numberOf);
  const same = numbers.every((number) => number !== null && number[0] === numbers[0]?.[0]);
  if (!same) return [...files];
  return files
    .map((file, i) => ({ file, piece: numbers[i]?.[1] ?? 0 }))
    .sort((a, b) => a.piece - b.piece)
    .map(({ file }) => file);
}

/** Returns the numbers that are missing between the pieces, which are in order; none where nothing numbers them. */
export function missingPieces(files: readonly string[]): number[] {
  const numbers = files.map(numberOf);
  if (!numbers.every((number) => number !== null && number[0] === numbers[0]?.[0])) return [];
  const pieces = numbers.map((number) => number?.[1] ?? 0);
  const [first = 0, last = 0] = [pieces[0], pieces.at(-1)];
  // Numbers that are far apart count something else.
  if (last - first > 2 * pieces.length) return [];
  return Array.from({ length: last - first }, (_, i) => first + i).filter((piece) => !pieces.includes(piece));
}

/** Returns the name of the next piece of a GoPro's recording; null where the file's own name is not that of a piece. */
export function nextPiece(file: string): string | null {
  const name = basename(file);
  const later = /^(G[HXL])(\d{2})(\d{4}\.\w+)$/iu.exec(name) ?? /^(GP)(\d{2})(\d{4}\.\w+)$/iu.exec(name);
  if (later) return `${later[1]}${String(Number(later[2]) + 1).padStart(2, '0')}${later[3]}`;
  const first = /^GOPR(\d{4}\.\w+)$/iu.exec(name);
  return first ? `GP01${first[1]}` : null;
}
