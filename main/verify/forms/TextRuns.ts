/**
 * Least bytes in a row that count as text. Compressed data looks like text for a few bytes all the time, and for this
 * many a few times in a gigabyte.
 */
const SHORTEST_BYTES = 24;
/** Most bytes of a run, and bytes by which the parts of a longer one overlap; it is cut so that memory stays small. */
const LONGEST_BYTES = 1 << 20;
const OVERLAP_BYTES = 512;

/** Bytes of a UTF-8 character that reads as text, by its first byte; 0 for a byte that begins none. */
const CHARACTER = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x80) return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13 ? 1 : 0;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
});

/** 1 for each byte that is not a part of any character that reads as text. */
const NEVER = CHARACTER.map((length, byte) => (length === 0 && (byte < 0x80 || byte > 0xbf) ? 1 : 0));

/** Finds stretches of readable UTF-8 in a stream of bytes that is mostly something else. */
export class TextRuns {
  /** The text in which the last chunk ended, with room for the next chunk after it. */
  #memory = new Uint8Array(0);
  #open = 0;

  constructor(private readonly onText: (text: string) => void) {}

  push(chunk: Uint8Array): void {
    const bytes = this.#joined(chunk);
    let start = 0;
    while (start + SHORTEST_BYTES <= bytes.length) {
      // Going backwards, a byte that is never text rules out everything before it.
      let last = start + SHORTEST_BYTES - 1;
      while (last >= start && NEVER[bytes[last] ?? 0] === 0) last--;
      if (last >= start) {
        start = last + 1;
        continue;
      }
      const end = endOfText(bytes, start);
      if (end === bytes.length) break;
      if (end - start >= SHORTEST_BYTES) this.#tell(bytes.subarray(start, end));
      start = end + 1;
    }
    let open = bytes.subarray(start);
    if (open.length >= LONGEST_BYTES) {
      this.#tell(open);
      open = open.subarray(-OVERLAP_BYTES);
    }
    this.#memory.set(open);
    this.#open = open.length;
  }

  /** Takes the end of the stream. */
  end(): void {
    if (this.#open >= SHORTEST_BYTES) this.#tell(this.#memory.subarray(0, this.#open));
    this.#open = 0;
  }

  /** Returns the open text and the next chunk, in memory that is used again and again. */
  #joined(chunk: Uint8Array): Uint8Array {
    const length = this.#open + chunk.length;
    if (this.#memory.length < length) {
      const larger = new Uint8Array(length + OVERLAP_BYTES);
      larger.set(this.#memory.subarray(0, this.#open));
      this.#memory = larger;
    }
    this.#memory.set(chunk, this.#open);
    return this.#memory.subarray(0, length);
  }

  #tell(bytes: Uint8Array): void {
    this.onText(Buffer.from(bytes).toString('utf8'));
  }
}

/** Finds the end of the text that begins at `start`: the first byte that is not text, or the end of the bytes. */
function endOfText(bytes: Uint8Array, start: number): number {
  let i = start;
  while (i < bytes.length) {
    const length = characterAt(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

/** Returns the bytes of the character that begins there, as far as the chunk has them; 0 when it is not text. */
function characterAt(bytes: Uint8Array, at: number): number {
  const length = CHARACTER[bytes[at] ?? 0] ?? 0;
  if (length < 2) return length;
  const end = Math.min(at + length, bytes.length);
  for (let i = at + 1; i < end; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return 0;
  return end - at;
}
