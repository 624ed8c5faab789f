import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BOUNDARIES, planSpans, spanOfWords } from '../../shared/redaction/boundaries';
import type { Span } from '../../shared/redaction/entity';

const word = (start: number, end: number) => ({ id: 'w', text: 'x', start, end });

describe('spanOfWords', () => {
  const loudness = { quietest: (near: number, far: number) => (near + far) / 2 };

  it('goes outward to the quietest moment within reach', () => {
    const settings = { ...DEFAULT_BOUNDARIES, pad: 0.25, snap: 0.5 };
    expect(spanOfWords([word(5, 6)], 60, settings, loudness)).toEqual({ from: 4.5, to: 6.5 });
  });

  it('stays within the recording and is never shorter than the least', () => {
    expect(spanOfWords([word(0.1, 0.2)], 60, { ...DEFAULT_BOUNDARIES, minLength: 2 })).toEqual({
      from: 0,
      to: 1.15,
    });
    expect(spanOfWords([word(59.8, 60)], 60, DEFAULT_BOUNDARIES, loudness).to).toBe(60);
  });
});

describe('planSpans', () => {
  const spansIn = (duration: number) =>
    fc.array(
      fc
        .tuple(
          fc.double({ min: 0, max: duration - 1, noNaN: true }),
          fc.double({ min: 0.05, max: 9, noNaN: true }),
        )
        .map(([from, length]): Span => ({ from, to: Math.min(duration, from + length) })),
      { maxLength: 12 },
    );

  it('covers everything it is given, whatever the step', () => {
    fc.assert(
      fc.property(spansIn(90), fc.constantFrom(0, 0.5, 1, 2.5), (spans, lengthStep) => {
        const planned = planSpans(spans, { mergeGap: 0.3, lengthStep }, 90);
        for (const { from, to } of spans) {
          expect(planned.some((span) => span.from <= from + 1e-9 && span.to >= to - 1e-9)).toBe(true);
        }
        for (const [i, span] of planned.entries()) {
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeLessThanOrEqual(90 + 1e-9);
          expect(span.from - (planned[i - 1]?.to ?? -1)).toBeGreaterThanOrEqual(0.3 - 1e-9);
        }
      }),
    );
  });

  it('makes every length a multiple of the step', () => {
    fc.assert(
      fc.property(spansIn(90), fc.constantFrom(0.5, 1, 2.5), (spans, lengthStep) => {
        for (const { from, to } of planSpans(spans, { mergeGap: 0.3, lengthStep }, 90)) {
          const steps = (to - from) / lengthStep;
          if (to - from < 90 - 1e-9) expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
