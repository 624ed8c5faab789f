import type { FileHandle } from 'node:fs/promises';
import { truncated } from '../../media/mediaErrors';
import { boxHeader, type BoxHeader, LONG_HEADER_BYTES, SHORT_HEADER_BYTES } from '../../media/mp4/boxHeader';
import { readAt, withFile } from '../../system/fileBytes';
import { wavHeader } from './wavHeader';

/** Bytes by which recorders are sloppy; a pulled card cuts off more. */
const RIFF_TOLERANCE_BYTES = 4096;

/**
 * Refuses files that were cut off, where the container says how long it should be. ffmpeg reads such files to where
 * they end, and says nothing if the cut is between two packets.
 * @param format as ffprobe names it.
 * @throws {AppError} `MEDIA_TRUNCATED`.
 */
export async function requireWholeFile(path: string, format: string): Promise<void> {
  await withFile(path, 'r', async (file) => {
    const { size } = await file.stat();
    const wav = format === 'wav' ? await wavHeader(path) : null;
    if ((wav?.end ?? 0) > size + RIFF_TOLERANCE_BYTES) throw truncated();
    if (format === 'w64' && (await w64End(file)) > size + RIFF_TOLERANCE_BYTES) throw truncated();
    if (/^(wav|avi)$/.test(format) && !wav?.isShort && (await riffEnd(file)) > size + RIFF_TOLERANCE_BYTES)
      throw truncated();
    if (format === 'ogg' && (await lastPageEnd(file, size)) > size) throw truncated();
    if (format.startsWith('mov') && (await lastBoxEnd(file, size)) > size) throw truncated();
  });
}

/** Tells whether a file begins as an MP4 does, whatever it is called: text under such a name is not a broken MP4. */
export const beginsAsMp4 = (path: string): Promise<boolean> =>
  withFile(path, 'r', async (file) =>
    /^(ftyp|moov|mdat|free|skip|wide)$/.test((await readAt(file, 4, 4)).toString('latin1')),
  );

/**
 * Returns where a RIFF file says it ends; 0 when it does not, as when it was written to a pipe or is larger than 4 GiB.
 */
async function riffEnd(file: FileHandle): Promise<number> {
  const header = await readAt(file, 0, 8);
  const size = header.toString('latin1', 0, 4) === 'RIFF' ? header.readUInt32LE(4) : 0;
  return size === 0xffffffff ? 0 : size + 8;
}

/**
 * Returns where a file of Sony's Wave64 says it ends: its sizes have 64 bits and stand behind identifiers of 16 bytes.
 */
async function w64End(file: FileHandle): Promise<number> {
  const header = await readAt(file, 0, 24);
  return header.length === 24 ? Number(header.readBigUInt64LE(16)) : 0;
}

const OGG_PAGE_HEADER_BYTES = 27;
/** Bytes of the longest page: its header, 255 lengths, and as much as they can tell. */
const LONGEST_OGG_PAGE_BYTES = OGG_PAGE_HEADER_BYTES + 255 + 255 * 255;

/** Returns where the last page of an Ogg file ends, as it says itself; 0 where none is found. */
async function lastPageEnd(file: FileHandle, size: number): Promise<number> {
  const from = Math.max(0, size - LONGEST_OGG_PAGE_BYTES);
  const bytes = await readAt(file, from, size - from);
  for (let at = bytes.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf('OggS', at - 1)) {
    const segments = bytes[at + OGG_PAGE_HEADER_BYTES - 1];
    // A page has version 0; the same letters without it are part of the sound.
    if (bytes[at + 4] !== 0 && at + 4 < bytes.length) continue;
    if (segments === undefined) return size + 1;
    const lengths = bytes.subarray(at + OGG_PAGE_HEADER_BYTES, at + OGG_PAGE_HEADER_BYTES + segments);
    if (lengths.length < segments) return size + 1;
    return from + at + OGG_PAGE_HEADER_BYTES + segments + lengths.reduce((sum, length) => sum + length, 0);
  }
  return 0;
}

/** Returns where the last of an MP4's top-level boxes ends, as they say themselves. */
async function lastBoxEnd(file: FileHandle, size: number): Promise<number> {
  let at = 0;
  while (at + SHORT_HEADER_BYTES <= size) {
    const found = headerOf(await readAt(file, at, LONG_HEADER_BYTES));
    if (!found) return at;
    if (found.size === 0) return size;
    at += found.size;
  }
  return at;
}

/**
 * Reads a box's header. It is null for a box that says it is shorter than its header: there the chain of boxes ends.
 */
function headerOf(bytes: Buffer): BoxHeader | null {
  try {
    return boxHeader(bytes);
  } catch {
    return null;
  }
}
