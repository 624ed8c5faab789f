/** A part of what is said, with what a file tells of its times, in seconds. */
export interface Told {
  start: number | null;
  end: number | null;
  /** Count of its letters. */
  letters: number;
  /** True if it is a segment of its own. */
  whole: boolean;
  /** Times of the segment it is in, as far as known. */
  inside: { start: number | null; end: number | null };
}

/** The times of a part, and the stretch it lies in where these are no more than a guess. */
export interface Filled {
  start: number;
  end: number;
  within?: { from: number; to: number };
}

/** Most seconds of a word, and of a segment. These do not depend on letters: what is withheld would tell its length. */
const LONGEST_WORD_SECONDS = 3;
const LONGEST_SEGMENT_SECONDS = 30;
/** Seconds; nothing is said in less, so a part with less must reach into what stands beside it. */
const LEAST_SECONDS = 0.1;

/**
 * Returns times for all parts, which are in the order in which they are said. A part without times, or with impossible
 * ones, lies somewhere between the one in front of it and the one behind.
 * @returns null when nothing has times.
 */
export function fillTimes(told: readonly Told[]): Filled[] | null {
  const good = told.map(({ start, end }) => start !== null && end !== null && end > start);
  if (!told.some(({ start, end }) => start !== null || end !== null)) return null;
  const before = lastGood(told, good);
  const behind = lastGood([...told].reverse(), [...good].reverse()).reverse();
  const reached = reachedBefore(told, good);
  const filled = told.map((one, i): Filled => {
    const { start, end } = one;
    if (good[i] && start !== null && end !== null) return { start, end };
    const within = stretchOf(one, before[i], behind[i], reached[i] ?? 0);
    return { start: within.from, end: within.to, within };
  });
  shareOut(filled, told, good);
  return filled;
}

/** Returns for each the nearest in front of it that has times. */
function lastGood(told: readonly Told[], good: readonly boolean[]): (Told | undefined)[] {
  let last: Told | undefined;
  return told.map((one, i) => {
    const found = last;
    if (good[i]) last = one;
    return found;
  });
}

/**
 * Returns for each the latest time of those in front of it that have only a start or an end, behind the last that has
 * both.
 */
function reachedBefore(told: readonly Told[], good: readonly boolean[]): number[] {
  let reached = 0;
  return told.map(({ start, end }, i) => {
    const found = reached;
    const isHalf = (start === null) !== (end === null);
    if (good[i]) reached = 0;
    else if (isHalf) reached = Math.max(reached, start ?? end ?? 0);
    return found;
  });
}

function stretchOf(
  { start, end, whole, inside }: Told,
  before: Told | undefined,
  behind: Told | undefined,
  reached: number,
): { from: number; to: number } {
  const longest = whole ? LONGEST_SEGMENT_SECONDS : LONGEST_WORD_SECONDS;
  const known = [start, end].filter((time) => time !== null);
  const next = behind?.start ?? inside.end;
  let from = known.length > 0 ? Math.min(...known) : (before?.end ?? inside.start ?? 0);
  // A time that lies behind what follows tells nothing.
  if (known.length === 0 && reached < (behind?.start ?? Infinity)) from = Math.max(from, reached);
  if (start === null && end !== null) from = Math.max(Math.min(before?.end ?? 0, end), end - longest);
  const most = Math.max(from, ...known);
  let to = start === null && end !== null ? end : (next ?? most + longest);
  if (known.length === 0) to = next ?? inside.end ?? from + longest;
  else if (start !== null) to = Math.max(most, Math.min(to, most + longest));
  if (inside.start !== null && known.length === 0) from = Math.max(from, Math.min(inside.start, to));
  if (inside.end !== null && known.length === 0) to = Math.min(to, Math.max(inside.end, from));
  if (to - from >= LEAST_SECONDS) return { from, to };
  // There is no room, so it must have been said with what stands beside it.
  const wide = { from: Math.min(before?.start ?? from, from), to: Math.max(behind?.end ?? to, to) };
  return wide.to - wide.from >= LEAST_SECONDS ? wide : { from: wide.from, to: wide.from + longest };
}

/** Shares out a stretch among parts beside one another that have no times of their own. */
function shareOut(filled: Filled[], told: readonly Told[], good: readonly boolean[]): void {
  for (let i = 0; i < filled.length; i++) {
    const stretch = filled[i]?.within;
    if (good[i] || !stretch) continue;
    let end = i + 1;
    while (end < filled.length && !good[end] && isSame(filled[end]?.within, stretch)) end++;
    const weights = told.slice(i, end).map(({ letters }) => letters + 2);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    for (const [k, weight] of weights.entries()) {
      const at = (share: number) => stretch.from + ((stretch.to - stretch.from) * share) / total;
      filled[i + k] = { start: at(passed), end: at((passed += weight)), within: stretch };
    }
    i = end - 1;
  }
}

const isSame = (a: Filled['within'], b: Filled['within']): boolean => a?.from === b?.from && a?.to === b?.to;
