/** Least seconds of a word: shorter than the shortest spoken word, and long enough to be clicked. */
const SHORTEST_RECOGNISED_WORD_SECONDS = 0.06;

/**
 * Gives every word a time of its own: not empty, not before the end of the previous word, and within
 * `[0, length]` seconds. Times that are in order already stay as they are, to the millisecond.
 */
export function tidyTimes<W extends { start: number; end: number }>(
  words: readonly W[],
  length: number,
): W[] {
  const shortest = Math.min(SHORTEST_RECOGNISED_WORD_SECONDS, length / Math.max(1, words.length));
  // This is the end of the previous word; `room` leaves time for the following words.
  let after = 0;
  return words.map((word, i) => {
    const room = length - (words.length - 1 - i) * shortest;
    const start = clamp(word.start, after, room - shortest);
    const next = words[i + 1]?.start ?? length;
    const wanted = next >= start + shortest ? Math.min(word.end, next) : word.end;
    const end = clamp(wanted, start + shortest, room);
    after = end;
    return { ...word, start: rounded(start), end: rounded(end) };
  });
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
