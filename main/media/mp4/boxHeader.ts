/** The header of a box of an ISO base media file (ISO/IEC 14496-12, 4.2). */
export interface BoxHeader {
  type: string;
  /** Bytes of the header before the payload. */
  header: number;
  /** Bytes of the box with its header; 0 for a box that goes on to the end of what holds it. */
  size: number;
}

/** Bytes of a header whose size has 32 bits, and of one whose size has 64. */
export const SHORT_HEADER_BYTES = 8;
export const LONG_HEADER_BYTES = 16;

/** The short size of a box whose size has 64 bits. */
const LONG = 1;

/**
 * Reads the header of the box that begins with these bytes. Everything that reads an MP4 on its way in or out uses
 * this; verification has a reader of its own.
 * @returns null when there are too few bytes for a header.
 * @throws {RangeError} when the box says that it is shorter than its header.
 */
export function boxHeader(bytes: Buffer): BoxHeader | null {
  if (bytes.length < SHORT_HEADER_BYTES) return null;
  const type = bytes.toString('latin1', 4, 8);
  const short = bytes.readUInt32BE(0);
  if (short === 0) return { type, header: SHORT_HEADER_BYTES, size: 0 };
  const header = short === LONG ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES;
  if (bytes.length < header) return null;
  const size = short === LONG ? Number(bytes.readBigUInt64BE(8)) : short;
  if (size < header) throw new RangeError('a box is shorter than its header');
  return { type, header, size };
}
