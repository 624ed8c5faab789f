import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { kazakhStem, russianStem } from './stems';

/** What lists know of a word: bits. */
export const LISTED = {
  given: 1,
  surname: 2,
  patronymic: 4,
  place: 8,
  /** A form of a name and of another word. */
  alsoWord: 16,
  /** Two bits: a place of a thousand, of a hundred thousand, of a million people. */
  population: 32,
  englishGiven: 128,
  englishSurname: 256,
  englishWord: 512,
  englishCapital: 1024,
} as const;
export const POPULATION_BITS = 96;
const NAMED =
  LISTED.given |
  LISTED.surname |
  LISTED.patronymic |
  LISTED.place |
  LISTED.englishGiven |
  LISTED.englishSurname;

/** FNV-1a over UTF-16 code units with a last stirring; 32 bits. */
export function listHash(word: string): number {
  let x = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) x = Math.imul(x ^ word.charCodeAt(i), 0x01000193);
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * Lists of names and words, kept as 32-bit hashes: a word that is in none of them is taken for one that is in three of
 * twenty thousand cases.
 */
export class NameLists {
  constructor(
    /** Sorted. */
    private readonly hashes: Uint32Array,
    private readonly flags: Uint16Array,
  ) {}

  static of(words: ReadonlyMap<string, number>): NameLists {
    const byHash = new Map<number, number>();
    for (const [word, flags] of words) {
      const hash = listHash(word);
      byHash.set(hash, (byHash.get(hash) ?? 0) | flags);
    }
    const hashes = Uint32Array.from(byHash.keys()).sort();
    return new NameLists(
      hashes,
      Uint16Array.from(hashes, (hash) => byHash.get(hash) ?? 0),
    );
  }

  /** @param small a word in small letters. */
  flagsOf(small: string): number {
    if (small.length < 2 || !/\p{L}/u.test(small)) return 0;
    const word = small.replaceAll('ё', 'е');
    let flags = this.#exactly(word);
    if (!/[Ѐ-ӿ]/u.test(word)) return flags;
    const kazakh = kazakhStem(word);
    if (!(flags & NAMED) && kazakh !== word) flags |= this.#exactly(kazakh) & NAMED;
    const russian = russianStem(word);
    if (!(flags & NAMED) && russian !== word)
      flags |= (this.#exactly(russian) | this.#exactly(`${russian}а`)) & NAMED;
    return flags;
  }

  #exactly(word: string): number {
    const { hashes } = this;
    const wanted = listHash(word);
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return hashes[low] === wanted ? (this.flags[low] ?? 0) : 0;
  }

  toBytes(): Buffer {
    const { hashes, flags } = this;
    const gaps: number[] = [];
    let last = 0;
    for (const hash of hashes) {
      let gap = hash - last;
      last = hash;
      for (; gap > 127; gap = Math.floor(gap / 128)) gaps.push((gap % 128) | 128);
      gaps.push(gap);
    }
    const planes = Buffer.alloc(2 * flags.length);
    for (const [i, value] of flags.entries()) {
      planes[i] = value & 255;
      planes[flags.length + i] = value >> 8;
    }
    const count = Buffer.alloc(4);
    count.writeUInt32LE(hashes.length);
    return brotliCompressSync(Buffer.concat([count, planes, Buffer.from(gaps)]));
  }

  static fromBytes(bytes: Buffer): NameLists {
    const plain = brotliDecompressSync(bytes);
    const count = plain.readUInt32LE();
    const hashes = new Uint32Array(count);
    const flags = new Uint16Array(count);
    let at = 4 + 2 * count;
    let hash = 0;
    for (let i = 0; i < count; i++) {
      let gap = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = plain[at++] ?? 0;
        gap += (byte & 127) * scale;
        if (byte < 128) break;
      }
      hash += gap;
      hashes[i] = hash;
      flags[i] = (plain[4 + i] ?? 0) | ((plain[4 + count + i] ?? 0) << 8);
    }
    return new NameLists(hashes, flags);
  }
}
