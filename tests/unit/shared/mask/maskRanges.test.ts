import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskRanges } from '../../../../shared/mask/maskRanges';

/** Spans in whole milliseconds, so that samples can be counted in whole numbers here. */
const span = fc
  .tuple(fc.nat(400), fc.integer({ min: 1, max: 90 }))
  .map(([from, length]) => ({ from, to: from + length }));

test('samples are generated wherever one lies in a span, outward to whole ones, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      fc.constantFrom(8000, 11_025, 44_100, 48_000),
      (spans, rate) => {
        const samples = Math.ceil(0.6 * rate);
        // Sample n stands for the time from n to n + 1 in units of 1/rate: 1000·n to 1000·(n + 1) in thousandths of a
        // unit.
        const should = Array.from({ length: samples }, (_, n) =>
          spans.some(({ from, to }) => 1000 * (n + 1) > from * rate && 1000 * n < to * rate),
        );
        const ranges = maskRanges(
          spans.map(({ from, to }) => ({ from: from / 1000, to: to / 1000 })),
          rate,
        );
        const is = should.map((_, n) => ranges.some(({ first, end }) => first <= n && n < end));
        expect(is).toEqual(should);
        for (const [i, { first }] of ranges.entries())
          expect(first).toBeGreaterThan(ranges[i - 1]?.end ?? -1);
      },
    ),
  );
});
