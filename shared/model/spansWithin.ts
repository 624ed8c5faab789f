import type { Span } from './entity';

/** Returns the parts of spans that lie in another span. The spans are in order and apart. */
export function spansWithin(spans: readonly Span[], { from, to }: Span): Span[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  const parts: Span[] = [];
  for (let i = low; (spans[i]?.from ?? Infinity) < to; i++) {
    const span = spans[i];
    if (span) parts.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) });
  }
  return parts;
}
