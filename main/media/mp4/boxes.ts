import { boxHeader } from './boxHeader';

/** One box of an ISO base media file (ISO/IEC 14496-12, 4.2) in memory: its type, all of it, and what is in it. */
export interface Box {
  type: string;
  bytes: Buffer;
  body: Buffer;
}

/**
 * Returns the boxes that follow one another in `bytes`.
 * @throws {RangeError} when they do not fill it exactly.
 */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const found = boxHeader(rest);
    const size = found?.size === 0 ? rest.length : found?.size;
    if (!found || !size || size > rest.length) throw new RangeError('a box does not fit into what holds it');
    const all = rest.subarray(0, size);
    boxes.push({ type: found.type, bytes: all, body: all.subarray(found.header) });
    rest = rest.subarray(size);
  }
  return boxes;
}

/** Returns the one box of a type. */
export function boxIn(bytes: Buffer, type: string): Box {
  const box = boxesIn(bytes).find((one) => one.type === type);
  if (!box) throw new RangeError(`there is no box ${type}`);
  return box;
}

/** Makes a box of these parts. */
export function makeBox(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** Writes 32-bit numbers, most significant byte first; negative ones as two's complement. */
export function uint32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * i);
  return bytes;
}
