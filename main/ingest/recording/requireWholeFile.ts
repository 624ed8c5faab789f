import { open, type FileHandle } from 'node:fs/promises';
import { truncated } from '../../media/mediaErrors';
import { wavHeader } from './wavHeader';

/** Recorders are sloppy by a few bytes; what is cut off by a pulled card is more. */
const RIFF_TOLERANCE_BYTES = 4096;

/**
 * Finds files that were cut off, where the container says how long it should be. ffmpeg reads such files to
 * where they end, without a word if the cut is between two packets.
 * @param format as ffprobe names it.
 * @throws {AppError} `MEDIA_TRUNCATED`.
 */
export async function requireWholeFile(path: string, format: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const wav = format === 'wav' ? await wavHeader(path) : null;
    if ((wav?.end ?? 0) > size + RIFF_TOLERANCE_BYTES) throw truncated();
    if (format === 'w64' && (await w64End(file)) > size + RIFF_TOLERANCE_BYTES) throw truncated();
    if (/^(wav|avi)$/.test(format) && !wav?.isShort && (await riffEnd(file)) > size + RIFF_TOLERANCE_BYTES)
      throw truncated();
    if (format.startsWith('mov') && (await lastBoxEnd(file, size)) > size) throw truncated();
  } finally {
    await file.close();
  }
}

/** Whether a file begins as an MP4 does, whatever it is called: text under such a name is not a broken MP4. */
export async function beginsAsMp4(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    return /^(ftyp|moov|mdat|free|skip|wide)$/.test((await read(file, 4, 4)).toString('latin1'));
  } finally {
    await file.close();
  }
}

/** Where a RIFF file says it ends; 0 when it does not, as when it was written to a pipe or is larger than 4 GiB. */
async function riffEnd(file: FileHandle): Promise<number> {
  const header = await read(file, 0, 8);
  const size = header.toString('latin1', 0, 4) === 'RIFF' ? header.readUInt32LE(4) : 0;
  return size === 0xffffffff ? 0 : size + 8;
}

/** Where a file of Sony's Wave64 says it ends: its sizes have 64 bits and stand behind identifiers of 16 bytes. */
async function w64End(file: FileHandle): Promise<number> {
  const header = await read(file, 0, 24);
  return header.length === 24 ? Number(header.readBigUInt64LE(16)) : 0;
}

/** Where the last of an MP4's top-level boxes ends, as they say themselves. */
async function lastBoxEnd(file: FileHandle, size: number): Promise<number> {
  let at = 0;
  while (at + 8 <= size) {
    const header = await read(file, at, 16);
    const short = header.readUInt32BE(0);
    // 0: to the end of the file; 1: the size follows in 64 bits.
    if (short === 0) return size;
    const length = short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    if (length < 8) return at;
    at += length;
  }
  return at;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
