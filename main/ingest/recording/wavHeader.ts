import { open, type FileHandle } from 'node:fs/promises';

export interface WavHeader {
  /** Byte at which the sound begins. */
  start: number;
  /**
   * Byte at which it ends, as the header says; null when it does not say, as in a recording that was never finished.
   */
  end: number | null;
  /** True if there is more behind that end that is not made of chunks: the header tells too little. */
  isShort: boolean;
}

const UNKNOWN = 0xffff_ffff;
/** Bytes behind the end that may be padding, or a slip of the recorder's. */
const SLIP_BYTES = 64;
/** A name of a chunk that recorders put behind the sound. Any name counts that is made of such signs. */
const CHUNK_NAME = /^[A-Za-z0-9_ -]{4}$/;

/**
 * Reads where the sound of a WAV file lies (RIFF, RF64 or BW64, EBU Tech 3306). Recorders write sizes when they stop,
 * so these tell nothing or too little in a file that was never finished, was joined, or has passed 4 GiB.
 * @returns null for other files.
 */
export async function wavHeader(path: string): Promise<WavHeader | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await read(file, 0, 12);
    const form = head.toString('latin1', 0, 4);
    if (!/^(RIFF|RF64|BW64)$/.test(form) || head.toString('latin1', 8, 12) !== 'WAVE') return null;
    let long = UNKNOWN;
    for (let at = 12; at + 8 <= size;) {
      const chunk = await read(file, at, 24);
      const name = chunk.toString('latin1', 0, 4);
      const length = chunk.readUInt32LE(4);
      if (name === 'ds64' && chunk.length >= 24) long = Number(chunk.readBigUInt64LE(16));
      if (name === 'data') return await dataAt(file, at + 8, length === UNKNOWN ? long : length, size);
      at += 8 + length + (length % 2);
    }
    return null;
  } finally {
    await file.close();
  }
}

async function dataAt(file: FileHandle, start: number, length: number, size: number): Promise<WavHeader> {
  const end = start + length;
  const isUnknown =
    length === UNKNOWN || (length === 0 && size > start && !(await areChunks(file, start, size)));
  if (isUnknown) return { start, end: null, isShort: size > start };
  return {
    start,
    end,
    isShort: end + SLIP_BYTES < size && !(await areChunks(file, end + (length % 2), size)),
  };
}

/** Tells whether the rest of a file is made of chunks, to its end but for a slip. */
async function areChunks(file: FileHandle, from: number, size: number): Promise<boolean> {
  let at = from;
  while (at + 8 <= size) {
    const chunk = await read(file, at, 8);
    if (!CHUNK_NAME.test(chunk.toString('latin1', 0, 4))) return false;
    const length = chunk.readUInt32LE(4);
    at += 8 + length + (length % 2);
  }
  return at <= size + SLIP_BYTES;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
