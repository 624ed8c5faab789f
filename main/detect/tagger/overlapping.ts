/** Finds the parts that overlap a stretch of the text. The parts lie in its order, and none overlaps another. */
export function overlapping<T extends { start: number; end: number }>(
  parts: readonly T[],
  start: number,
  end: number,
): T[] {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((parts[last]?.start ?? Infinity) < end) last++;
  return parts.slice(low, last);
}
