import { distance } from 'fastest-levenshtein';
import { commonOnce, risingSeries } from '../../shared/text/patience';

/** A unit of a text and the one that was heard for it, by their positions. */
export interface Pair {
  text: number;
  heard: number;
  /** True if they are the same, and not only alike. */
  same: boolean;
}

/** Count of units in a row that are an anchor if they stand once in each list. */
const ANCHOR_UNITS = 3;
/** Most pairs of units that are compared between two anchors; where there are more, none are. */
const MOST_PAIRS = 25_000_000;
/** Scores of a pair of units, and of a unit without a partner. Unlike units side by side count as one misheard unit. */
const SCORES = { same: 3, alike: 1, other: -1.2, alone: -1 };
/** Share of the letters in which units that are alike may differ. */
const MOST_DIFFERENT_SHARE = 0.5;
/**
 * A pair is not chance if enough pairs within so many units are in step with it, itself included. Fewer are needed
 * where one of them stands right beside it.
 */
const AROUND_UNITS = 5;
const LEAST_SUPPORT = { beside: 3, apart: 5 };
/** Units by which those pairs may be out of step. */
const OUT_OF_STEP_UNITS = 3;

/**
 * Finds which units of a text were heard, and where: the best alignment of two lists in order. First it finds sequences
 * of units that stand once in each list (as patience diff does), and keeps the longest rising series of them. What lies
 * between is aligned by dynamic programming (Needleman and Wunsch, 1970). Pairs that stand alone are chance, and are
 * left out.
 */
export function matchUnits(text: readonly string[], heard: readonly string[]): Pair[] {
  const anchors = risingSeries(commonOnce(sequencesOf(text), sequencesOf(heard)));
  const pairs: Pair[] = [];
  let [i, k] = [0, 0];
  for (const [toI, toK] of [...anchors, [text.length, heard.length] as const]) {
    // Anchors may overlap one another.
    if (toI < i || toK < k) continue;
    pairs.push(...alignBetween(text, heard, { i, toI, k, toK }));
    if (toI < text.length) pairs.push({ text: toI, heard: toK, same: true });
    [i, k] = [toI + 1, toK + 1];
  }
  return supported(pairs, text.length);
}

/** Returns the units in a row from each position on, joined. */
const sequencesOf = (units: readonly string[]): string[] =>
  Array.from({ length: Math.max(0, units.length - ANCHOR_UNITS + 1) }, (_, i) =>
    units.slice(i, i + ANCHOR_UNITS).join(' '),
  );

interface Stretch {
  i: number;
  toI: number;
  k: number;
  toK: number;
}

/** The last step of the best alignment to a place: a pair, a unit of the text alone, or a heard unit alone. */
const WAY = { pair: 0, text: 1, heard: 2 } as const;

function alignBetween(
  text: readonly string[],
  heard: readonly string[],
  { i, toI, k, toK }: Stretch,
): Pair[] {
  const [rows, columns] = [toI - i, toK - k];
  if (rows === 0 || columns === 0 || rows * columns > MOST_PAIRS) return [];
  const width = columns + 1;
  const ways = new Uint8Array((rows + 1) * width).fill(WAY.heard, 1, width);
  let above = Float32Array.from({ length: width }, (_, column) => column * SCORES.alone);
  for (let row = 1; row <= rows; row++) {
    const scores = new Float32Array(width);
    scores[0] = row * SCORES.alone;
    ways[row * width] = WAY.text;
    for (let column = 1; column <= columns; column++) {
      const pair = (above[column - 1] ?? 0) + scoreOf(text[i + row - 1] ?? '', heard[k + column - 1] ?? '');
      const skipText = (above[column] ?? 0) + SCORES.alone;
      const skipHeard = (scores[column - 1] ?? 0) + SCORES.alone;
      const best = Math.max(pair, skipText, skipHeard);
      scores[column] = best;
      ways[row * width + column] = best === pair ? WAY.pair : best === skipText ? WAY.text : WAY.heard;
    }
    above = scores;
  }
  const pairs: Pair[] = [];
  for (let row = rows, column = columns; row > 0 || column > 0;) {
    const way = ways[row * width + column] ?? WAY.pair;
    if (way === WAY.pair) {
      const [a, b] = [text[i + row - 1] ?? '', heard[k + column - 1] ?? ''];
      if (scoreOf(a, b) > 0) pairs.push({ text: i + row - 1, heard: k + column - 1, same: a === b });
    }
    if (way !== WAY.heard) row--;
    if (way !== WAY.text) column--;
  }
  return pairs.reverse();
}

function scoreOf(a: string, b: string): number {
  if (a === b) return SCORES.same;
  const length = Math.max(a.length, b.length);
  // One letter tells nothing.
  if (length < 2 || Math.abs(a.length - b.length) > length * MOST_DIFFERENT_SHARE) return SCORES.other;
  return distance(a, b) <= length * MOST_DIFFERENT_SHARE ? SCORES.alike : SCORES.other;
}

/**
 * Keeps the pairs that others near them bear out. A text of fewer units than that is kept only when all of them were
 * heard as they are written: so little text with a unit misheard may as well stand there by chance, and a word that is
 * laid at a wrong place is masked there.
 */
function supported(pairs: readonly Pair[], units: number): Pair[] {
  return pairs.filter((pair, at) => {
    let [support, beside] = [0, units < LEAST_SUPPORT.beside];
    for (let other = Math.max(0, at - AROUND_UNITS); other <= at + AROUND_UNITS; other++) {
      const near = pairs[other];
      if (!near?.same || Math.abs(near.text - pair.text) > AROUND_UNITS) continue;
      const drift = near.heard - pair.heard - (near.text - pair.text);
      if (Math.abs(drift) > OUT_OF_STEP_UNITS) continue;
      support++;
      beside ||= drift === 0 && Math.abs(near.text - pair.text) === 1;
    }
    return support >= Math.min(beside ? LEAST_SUPPORT.beside : LEAST_SUPPORT.apart, units);
  });
}
