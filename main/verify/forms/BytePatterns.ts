/**
 * Finds any of many byte patterns in a stream of chunks in one pass, with ASCII letters in either case (Aho and
 * Corasick, 1975). Bytes that occur in no pattern share one column of the table, which keeps it small.
 */
export class BytePatterns {
  readonly #column = new Uint8Array(256);
  readonly #columns: number;
  /** Bytes of the shortest pattern; infinite without any pattern. */
  readonly #shortest: number;
  /** `next[state * columns + column]`. */
  readonly #next: Int32Array;
  /** 1 for a state in which a pattern ends. */
  readonly #ends: Uint8Array;
  #state = 0;

  constructor(patterns: readonly Uint8Array[]) {
    const lowered = patterns.map((pattern) => pattern.map(lower)).filter((pattern) => pattern.length > 0);
    this.#shortest = Math.min(...lowered.map(({ length }) => length));
    let columns = 1;
    for (const byte of lowered.flatMap((pattern) => [...pattern])) {
      this.#column[byte] ||= columns++;
    }
    for (let byte = 0; byte < 256; byte++) this.#column[byte] = this.#column[lower(byte)] ?? 0;
    this.#columns = columns;

    const states = 1 + lowered.reduce((sum, pattern) => sum + pattern.length, 0);
    this.#next = new Int32Array(states * columns);
    this.#ends = new Uint8Array(states);
    let used = 1;
    for (const pattern of lowered) {
      let state = 0;
      for (const byte of pattern) {
        const at = state * columns + (this.#column[byte] ?? 0);
        this.#next[at] ||= used++;
        state = this.#next[at] ?? 0;
      }
      this.#ends[state] = 1;
    }
    this.#linkFailures(used);
  }

  /**
   * Turns the tree into an automaton: when a pattern breaks off, it goes on with the longest end that begins another.
   */
  #linkFailures(states: number): void {
    const fallback = new Int32Array(states);
    const queue: number[] = [];
    for (let column = 0; column < this.#columns; column++) {
      const child = this.#next[column] ?? 0;
      if (child !== 0) queue.push(child);
    }
    for (const state of queue) {
      const back = fallback[state] ?? 0;
      this.#ends[state] ||= this.#ends[back] ?? 0;
      for (let column = 0; column < this.#columns; column++) {
        const at = state * this.#columns + column;
        const child = this.#next[at] ?? 0;
        const detour = this.#next[back * this.#columns + column] ?? 0;
        if (child === 0) this.#next[at] = detour;
        else {
          fallback[child] = detour;
          queue.push(child);
        }
      }
    }
  }

  /** Counts the patterns that end in the next bytes of the stream. */
  count(chunk: Uint8Array): number {
    if (this.#shortest === Infinity) return 0;
    const next = this.#next;
    const ends = this.#ends;
    const column = this.#column;
    const columns = this.#columns;
    let state = this.#state;
    let found = 0;
    // The loop goes by index, since an iterator takes ten times as long over gigabytes.
    for (let i = 0; i < chunk.length; i++) {
      if (state === 0) {
        i = this.#skip(chunk, i);
        if (i === chunk.length) break;
      }
      state = next[state * columns + (column[chunk[i] ?? 0] ?? 0)] ?? 0;
      found += ends[state] ?? 0;
    }
    this.#state = state;
    return found;
  }

  /**
   * Finds where a pattern may begin, from `at` on. No pattern can include a byte that is in none, so looking at the
   * place of the shortest pattern's last byte mostly rules out several places at once (Boyer and Moore's idea, 1977).
   */
  #skip(chunk: Uint8Array, at: number): number {
    const column = this.#column;
    const length = this.#shortest;
    let start = at;
    while (start + length <= chunk.length) {
      let last = start + length - 1;
      while (last >= start && column[chunk[last] ?? 0] !== 0) last--;
      if (last < start) break;
      start = last + 1;
    }
    return start;
  }
}

const lower = (byte: number) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);
