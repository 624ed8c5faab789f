import { readAt, withFile } from '../../system/fileBytes';
import { oggChecksum, oggPageLength, OGG_HEADER_BYTES } from './oggPage';

/** Bytes at a file's start; both header pages of an Ogg Opus file lie well within them. */
const HEAD_BYTES = 4096;

/**
 * Empties the comment header that ffmpeg fills with the names of its parts: no vendor, no comments, and zeros as
 * the padding that RFC 7845 (5.2) allows, so that nothing behind it moves.
 */
export async function tidyOpus(path: string): Promise<void> {
  await withFile(path, 'r+', async (file) => {
    const head = await readAt(file, 0, HEAD_BYTES);
    const start = oggPageLength(head);
    const page = head.subarray(start, start + oggPageLength(head.subarray(start)));
    const body = OGG_HEADER_BYTES + page.readUInt8(26);
    if (page.toString('latin1', body, body + 8) !== 'OpusTags') throw new Error('no comment header');
    page.fill(0, body + 8);
    page.fill(0, 22, 26);
    page.writeUInt32LE(oggChecksum(page), 22);
    await file.write(page, 0, page.length, start);
  });
}
