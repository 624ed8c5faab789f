import { commonWords } from './commonWords';
import { commonOnce, risingSeries } from './patience';

/** Most pairs that are all compared. Beyond it, words that stand once on both sides have to lead. */
const MOST_PAIRS = 250_000;

/**
 * Finds what two long lists of words have in common, in the same order. The work of `commonWords` grows with the
 * product of both lengths, so in long lists it runs only between words that stand once in each. Of these the longest
 * rising series is taken.
 * @returns pairs of indices `[into a, into b]`, rising in both.
 */
export function alignTexts(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  const open = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let part = open.pop(); part; part = open.pop()) {
    // Alike beginnings and ends need no comparing.
    while (part.a < part.aEnd && part.b < part.bEnd && a[part.a] === b[part.b]) {
      pairs.push([part.a++, part.b++]);
    }
    while (part.a < part.aEnd && part.b < part.bEnd && a[part.aEnd - 1] === b[part.bEnd - 1]) {
      pairs.push([--part.aEnd, --part.bEnd]);
    }
    const [left, right] = [a.slice(part.a, part.aEnd), b.slice(part.b, part.bEnd)];
    if (left.length === 0 || right.length === 0) continue;
    if (left.length * right.length <= MOST_PAIRS) {
      for (const [i, j] of commonWords(left, right)) pairs.push([part.a + i, part.b + j]);
      continue;
    }
    let [from, begin] = [part.a, part.b];
    for (const [i, j] of risingSeries(commonOnce(left, right))) {
      open.push({ a: from, aEnd: part.a + i, b: begin, bEnd: part.b + j });
      pairs.push([part.a + i, part.b + j]);
      [from, begin] = [part.a + i + 1, part.b + j + 1];
    }
    // When no words lead, as between two languages, nothing is taken for the same.
    if (from > part.a) open.push({ a: from, aEnd: part.aEnd, b: begin, bEnd: part.bEnd });
  }
  return pairs.sort(([one], [other]) => one - other);
}
