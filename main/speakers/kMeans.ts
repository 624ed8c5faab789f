import { randomNumbers } from './randomNumbers';

const RESTARTS = 30;
const MOST_ROUNDS = 30;
/** Most rows to find groups in, which is enough; from more rows it picks evenly. */
const MOST_ROWS = 6000;

/**
 * Finds the middles of `count` groups, so that each row lies as near as possible to the nearest middle. It runs Lloyd's
 * rounds from several beginnings, chosen far apart (k-means++, Arthur and Vassilvitskii 2007). The same rows give the
 * same middles.
 * @param rows at least `count`, or there are fewer middles.
 */
export function kMeans(rows: readonly Float64Array[], count: number): Float64Array[] {
  const step = Math.max(1, rows.length / MOST_ROWS);
  const some = Array.from(
    { length: Math.floor(rows.length / step) },
    (_, i) => rows[Math.floor(i * step)] ?? nothing(),
  );
  let best: { middles: Float64Array[]; distance: number } | null = null;
  for (let restart = 0; restart < RESTARTS; restart++) {
    const found = rounds(some, farApart(some, Math.min(count, some.length), randomNumbers(restart + 1)));
    // It must be nearer by more than rounding, so that every processor takes the first of equals.
    if (!best || found.distance < best.distance * (1 - 1e-6)) best = found;
  }
  return best?.middles ?? [];
}

function farApart(rows: readonly Float64Array[], count: number, random: () => number): Float64Array[] {
  const middles = rows.slice(0, 0);
  const nearest = rows.map(() => Infinity);
  while (middles.length < count) {
    const total = nearest.reduce((sum, distance) => sum + distance, 0);
    let left = random() * total;
    const at =
      middles.length === 0
        ? Math.floor(random() * rows.length)
        : nearest.findIndex((distance) => (left -= distance) < 0);
    const chosen = rows[at < 0 ? rows.length - 1 : at] ?? nothing();
    middles.push(chosen.slice());
    for (const [i, row] of rows.entries())
      nearest[i] = Math.min(nearest[i] ?? Infinity, squaredDistance(row, chosen));
  }
  return middles;
}

function rounds(rows: readonly Float64Array[], begin: Float64Array[]) {
  let middles = begin;
  let before = Infinity;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sums = middles.map((middle) => new Float64Array(middle.length));
    const counts = middles.map(() => 0);
    let distance = 0;
    for (const row of rows) {
      const { at, squared } = nearestOf(row, middles);
      distance += squared;
      counts[at] = (counts[at] ?? 0) + 1;
      const sum = sums[at] ?? nothing();
      for (let i = 0; i < row.length; i++) sum[i] = (sum[i] ?? 0) + (row[i] ?? 0);
    }
    middles = middles.map((middle, k) => {
      const members = counts[k] ?? 0;
      return members === 0 ? middle : (sums[k] ?? middle).map((value) => value / members);
    });
    if (distance > before * (1 - 1e-9)) break;
    before = distance;
  }
  return { middles, distance: before };
}

function nearestOf(row: Float64Array, middles: readonly Float64Array[]): { at: number; squared: number } {
  let [at, squared] = [0, Infinity];
  for (const [k, middle] of middles.entries()) {
    const distance = squaredDistance(row, middle);
    if (distance < squared) [at, squared] = [k, distance];
  }
  return { at, squared };
}

export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

function nothing(): never {
  throw new Error('there is no such row');
}
