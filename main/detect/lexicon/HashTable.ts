import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Hashes a word to 32 bits: FNV-1a over UTF-16 code units, stirred as in MurmurHash3's last step. */
function hashOf(word: string): number {
  let x = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) x = Math.imul(x ^ word.charCodeAt(i), 0x01000193);
  x ^= x >>> 16;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const BYTE_VALUES = 256;
const HEAD_BYTES = 8;

/**
 * Holds numbers by words. The words are kept as hashes of 32 bits: half a million take two megabytes and a few
 * milliseconds to read. In a table of a million, one in some thousand words that are not in it is taken for one that
 * is.
 */
export class HashTable {
  private constructor(
    /** Sorted. */
    private readonly hashes: Uint32Array,
    private readonly values: Uint32Array,
  ) {}

  /** @param join makes one value of two, for words with the same hash. */
  static of(words: ReadonlyMap<string, number>, join: (a: number, b: number) => number): HashTable {
    const byHash = new Map<number, number>();
    for (const [word, value] of words) {
      const hash = hashOf(word);
      const other = byHash.get(hash);
      byHash.set(hash, other === undefined ? value : join(other, value));
    }
    const hashes = Uint32Array.from(byHash.keys()).sort();
    return new HashTable(
      hashes,
      Uint32Array.from(hashes, (hash) => byHash.get(hash) ?? 0),
    );
  }

  /** Returns the number of a word; undefined for a word that is not there. */
  get(word: string): number | undefined {
    const { hashes } = this;
    const wanted = hashOf(word);
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return hashes[low] === wanted ? this.values[low] : undefined;
  }

  /**
   * Writes the count of words and the bytes of a value, then a plane for each byte of the values, then the gaps between
   * hashes.
   */
  toBytes(): Buffer {
    const { hashes, values } = this;
    const width = Math.ceil(Math.log2(values.reduce((most, value) => Math.max(most, value), 1) + 1) / 8);
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(hashes.length, 0);
    head.writeUInt32LE(width, 4);
    const planes = Buffer.alloc(width * values.length);
    for (const [i, value] of values.entries()) {
      for (let byte = 0; byte < width; byte++)
        planes[byte * values.length + i] = Math.floor(value / BYTE_VALUES ** byte) % BYTE_VALUES;
    }
    return packed(Buffer.concat([head, planes, gapsOf(hashes)]));
  }

  static fromBytes(bytes: Buffer): HashTable {
    const plain = brotliDecompressSync(bytes);
    const count = plain.readUInt32LE(0);
    const width = plain.readUInt32LE(4);
    const values = new Uint32Array(count);
    for (let byte = 0; byte < width; byte++) {
      const plane = plain.subarray(HEAD_BYTES + byte * count, HEAD_BYTES + (byte + 1) * count);
      const shift = 8 * byte;
      for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0) | ((plane[i] ?? 0) << shift);
    }
    return new HashTable(readGaps(plain, HEAD_BYTES + width * count, count), values);
  }
}

/**
 * Writes the differences of rising numbers, the first as it is. A byte has seven bits, the lowest first; more follow
 * where the eighth is set.
 */
export function gapsOf(rising: Uint32Array): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (const value of rising) {
    let gap = value - last;
    last = value;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap % 128) | 128);
    bytes.push(gap);
  }
  return Buffer.from(bytes);
}

/** Reads the rising numbers whose gaps stand at `at`. */
export function readGaps(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const rising = new Uint32Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++] ?? 0;
    // Sums are of 32 bits, the highest of which may look like a sign in between: the array takes them as they are meant.
    last = (last + (byte & 127)) | 0;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      last = (last + ((byte & 127) << shift)) | 0;
    }
    rising[i] = last;
  }
  return rising;
}

/** Packs bytes with Brotli, at its least quality that is near the smallest; higher ones take minutes. */
export const packed = (plain: Buffer): Buffer =>
  brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
