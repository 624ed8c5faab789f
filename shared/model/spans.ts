import type { Span } from './entity';

/** Returns the seconds that spans last together; time that two of them share counts twice. */
export const secondsOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** Returns the shortest span that holds both spans and what lies between them. */
export const unionOf = (a: Span | null, b: Span): Span =>
  a ? { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : b;
