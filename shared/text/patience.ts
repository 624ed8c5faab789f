/** Returns where in a list each text stands; null for a text that stands there several times. */
export function placesOnce(texts: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [i, text] of texts.entries()) places.set(text, places.has(text) ? null : i);
  return places;
}

/** Pairs the positions of texts that stand once in each of two lists, rising in the first. */
export function commonOnce(a: readonly string[], b: readonly string[]): [number, number][] {
  const there = placesOnce(b);
  return [...placesOnce(a)]
    .flatMap(([text, i]): [number, number][] => {
      const j = there.get(text);
      return i === null || j === null || j === undefined ? [] : [[i, j]];
    })
    .sort(([one], [other]) => one - other);
}

/**
 * Finds the longest series of pairs that rises in both, by patience sorting, as Bram Cohen's way of comparing files does.
 * @param pairs rising in the first.
 */
export function risingSeries(pairs: readonly [number, number][]): [number, number][] {
  /** Index of the pair that ends the best series of each length so far. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, [, value]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1];
    ends[low] = at;
  }
  const series: [number, number][] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at];
    if (pair) series.push(pair);
  }
  return series.reverse();
}
