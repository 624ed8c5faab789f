import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from '../Unreadable';

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** Bytes of the fixed part of each record. */
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the entries of a ZIP file (PKWARE's APPNOTE 6.3) that has nothing else: one entry after the other from the
 * first byte on, then the directory, then its end. Nothing that unpacking would not show has room between them, after
 * compressed bytes, in comments or in extra fields.
 * @throws {Unreadable} when there is anything else.
 */
export function zipEntries(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Uint8Array>();
  const heads: Buffer[] = [];
  let at = 0;
  while (file.readUInt32LE(at) === LOCAL_SIGNATURE) {
    const method = file.readUInt16LE(at + 8);
    const packed = file.readUInt32LE(at + 18);
    const nameLength = file.readUInt16LE(at + 26);
    must(file.readUInt16LE(at + 28) === 0);
    const name = file.toString('utf8', at + LOCAL_BYTES, at + LOCAL_BYTES + nameLength);
    const start = at + LOCAL_BYTES + nameLength;
    const unpacked = unpack(file.subarray(start, start + packed), method);
    must(unpacked.length === file.readUInt32LE(at + 22) && crc32(unpacked) === file.readUInt32LE(at + 14));
    must(!entries.has(name));
    entries.set(name, unpacked);
    heads.push(file.subarray(at + 4, start));
    at = start + packed;
  }
  const directory = at;
  for (const head of heads) {
    must(file.readUInt32LE(at) === CENTRAL_SIGNATURE);
    // The facts must be the same as before the entry, byte for byte, with no comment or extra field.
    must(file.subarray(at + 6, at + 30).equals(head.subarray(0, 24)));
    must(file.subarray(at + 30, at + 42).every((byte) => byte === 0));
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
    must(name.equals(head.subarray(LOCAL_BYTES - 4)));
    at += CENTRAL_BYTES + nameLength;
  }
  must(file.readUInt32LE(at) === END_SIGNATURE && file.readUInt16LE(at + 20) === 0);
  must(file.readUInt32LE(at + 16) === directory && at + END_BYTES === file.length);
  return entries;
}

function unpack(packed: Buffer, method: number): Uint8Array {
  if (method === STORED) return packed;
  must(method === DEFLATED);
  // Node tells how many bytes it needed, but its types do not say so.
  const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  must(engine.bytesWritten === packed.length);
  return buffer;
}

function must(holds: boolean): void {
  if (!holds) throw new Unreadable('the package holds more than its entries, or less');
}
