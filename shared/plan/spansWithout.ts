import type { Span } from '../model/entity';
import { mergeSpans } from './boundaries';

/** Returns the parts of spans that lie outside of others; in order, apart. */
export function spansWithout(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const gone = mergeSpans(taken, 0);
  const left: Span[] = [];
  let i = 0;
  for (const span of mergeSpans(spans, 0)) {
    let { from } = span;
    while ((gone[i]?.to ?? Infinity) <= from) i++;
    for (let k = i; (gone[k]?.from ?? Infinity) < span.to; k++) {
      const { from: begin, to } = gone[k] ?? span;
      if (begin > from) left.push({ from, to: begin });
      from = Math.max(from, to);
    }
    if (from < span.to) left.push({ from, to: span.to });
  }
  return left;
}
