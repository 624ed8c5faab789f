import type { FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Say } from '../../published/SpokenCheck';
import { readAt } from '../../system/fileBytes';

/** Bytes of a page's header (RFC 3533, 6) before its table, which has a byte for each segment: at most 255. */
const HEADER_BYTES = 27;
const LONGEST_TABLE_BYTES = 255;
/** Places in the header of the number of the stream and of the count of segments. */
const SERIAL_AT = 14;
const SEGMENTS_AT = 26;
/** Bytes of the word with which Opus's comments begin. */
const MAGIC_BYTES = 8;

/** Finds what an Ogg Opus file has beyond ours: comments, a program's name, further streams, bytes between pages. */
export async function oggProblems(file: FileHandle): Promise<Say[]> {
  const { size } = await file.stat();
  const problems: Say[] = [];
  const serials = new Set<number>();
  let pages = 0;
  for (let at = 0; at < size; pages++) {
    const head = await readAt(file, at, HEADER_BYTES + LONGEST_TABLE_BYTES);
    const page = pageAt(head);
    if (!page) return [...problems, () => t('it has bytes that belong to no page')];
    serials.add(head.readUInt32LE(SERIAL_AT));
    // The second page has the comments.
    if (pages === 1) {
      const comments = await readAt(file, at + page.header + MAGIC_BYTES, page.body - MAGIC_BYTES);
      if (comments.some((byte) => byte !== 0)) problems.push(() => t('it has tags'));
    }
    at += page.header + page.body;
  }
  return serials.size > 1 ? [...problems, () => t('it has another stream')] : problems;
}

/** Returns the bytes of header and body of the page that begins with these bytes; null when none begins there. */
function pageAt(head: Buffer): { header: number; body: number } | null {
  if (head.length < HEADER_BYTES || head.toString('latin1', 0, 4) !== 'OggS') return null;
  const header = HEADER_BYTES + head.readUInt8(SEGMENTS_AT);
  if (head.length < header) return null;
  let body = 0;
  for (let at = HEADER_BYTES; at < header; at++) body += head.readUInt8(at);
  return { header, body };
}
