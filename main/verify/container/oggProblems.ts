import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../../export/container/fileBytes';
import { OGG_HEADER_BYTES, oggPageLength } from '../../export/container/oggPage';

/** A page's header with the longest table of segments. */
const LONGEST_HEADER = OGG_HEADER_BYTES + 255;

/** What an Ogg Opus file has that ours do not: comments, a program's name, further streams, bytes between pages. */
export async function oggProblems(file: FileHandle): Promise<string[]> {
  const { size } = await file.stat();
  const problems: string[] = [];
  let serial: number | undefined;
  let pages = 0;
  for (let at = 0; at < size; pages++) {
    const head = await readAt(file, at, LONGEST_HEADER);
    if (head.length < OGG_HEADER_BYTES || head.toString('latin1', 0, 4) !== 'OggS') {
      return [...problems, 'it has bytes that belong to no page'];
    }
    const length = oggPageLength(head);
    serial ??= head.readUInt32LE(14);
    if (head.readUInt32LE(14) !== serial) problems.push('it has another stream');
    if (pages === 1) {
      const page = await readAt(file, at, length);
      if (page.subarray(OGG_HEADER_BYTES + page.readUInt8(26) + 8).some((byte) => byte !== 0))
        problems.push('it has tags');
    }
    at += length;
  }
  return problems;
}
