/** Words that are read together: `first` up to `end`. Words `from` up to `to` take their answer from this window. */
export interface Window {
  first: number;
  end: number;
  from: number;
  to: number;
}

/** A sentence, by the count of tokens of each word. */
export interface Sentence {
  tokens: readonly number[];
  /**
   * True if a window that is half full ends with it. This depends on the sentence alone, and not on what stands before
   * it.
   */
  closes: boolean;
}

/** Share of a part that the next part reads too, where a sentence is too long. */
const OVERLAP_SHARE = 0.25;

/**
 * Groups sentences for reading: as many as there is room for, none of them parted. Since some sentences end a window by
 * themselves, the windows fall back into the same places within a few sentences after an edit, and need not be read
 * again. A sentence that is longer than the room is cut into parts that overlap; each word takes its answer from the
 * part that has more around it.
 * @param room in tokens.
 */
export function windowsOf(sentences: readonly Sentence[], room: number): Window[] {
  const windows: Window[] = [];
  let first = 0;
  let at = 0;
  let filled = 0;
  const end = () => {
    if (at > first) windows.push({ first, end: at, from: first, to: at });
    [first, filled] = [at, 0];
  };
  for (const { tokens, closes } of sentences) {
    const length = sum(tokens);
    if (filled + length > room) end();
    if (length > room) {
      windows.push(...partsOf(tokens, room).map((part) => shifted(part, at)));
      at += tokens.length;
      first = at;
      continue;
    }
    at += tokens.length;
    filled += length;
    if (closes && filled * 2 >= room) end();
  }
  end();
  return windows;
}

const sum = (tokens: readonly number[]): number => tokens.reduce((total, count) => total + count, 0);

const shifted = ({ first, end, from, to }: Window, by: number): Window => ({
  first: first + by,
  end: end + by,
  from: from + by,
  to: to + by,
});

/** Cuts one sentence into parts that fit the room. */
function partsOf(tokens: readonly number[], room: number): Window[] {
  const parts: Window[] = [];
  let first = 0;
  for (;;) {
    let end = first;
    for (let filled = 0; end < tokens.length; end++) {
      filled += tokens[end] ?? 0;
      if (filled > room && end > first) break;
    }
    const before = parts.at(-1);
    const from = before ? Math.ceil((first + before.end) / 2) : first;
    if (before) before.to = from;
    parts.push({ first, end, from, to: end });
    if (end === tokens.length) return parts;
    let next = end;
    for (let kept = 0; next > first + 1; next--) {
      kept += tokens[next - 1] ?? 0;
      if (kept > room * OVERLAP_SHARE) break;
    }
    first = next;
  }
}
