import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSpans, spanOfWords } from '../../../../shared/plan/boundaries';
import { DEFAULT_BOUNDARIES } from '../../../../shared/model/boundarySettings';
import type { Span } from '../../../../shared/model/entity';

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
      fc.property(spansIn(90), fc.constantFrom(0, 0.1, 0.5, 0.7, 1, 2.5), (spans, lengthStep) => {
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

  it('is what counting milliseconds gives: outward to cells, then over gaps that are too short', () => {
    const millisecond = fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 700 }));
    const [gaps, steps] = [fc.constantFrom(0, 1, 300), fc.constantFrom(0, 100, 700)];
    const DURATION = 3650;
    fc.assert(
      fc.property(fc.array(millisecond, { maxLength: 8 }), gaps, steps, (runs, gap, step) => {
        const spans = runs.map(([from, length]) => ({ from, to: Math.min(DURATION, from + length) }));
        const withheld = Array.from({ length: DURATION }, () => false);
        for (const { from, to } of spans) {
          const begin = step === 0 ? from : from - (from % step);
          const end = step === 0 ? to : Math.min(DURATION, to + ((step - (to % step)) % step));
          withheld.fill(true, begin, end);
        }
        for (let at = withheld.indexOf(true); at >= 0;) {
          const end = withheld.indexOf(false, at);
          const next = end < 0 ? -1 : withheld.indexOf(true, end);
          if (next >= 0 && next - end < gap) withheld.fill(true, end, next);
          at = next;
        }
        const planned = planSpans(
          spans.map(({ from, to }) => ({ from: from / 1000, to: to / 1000 })),
          // This is half a millisecond less, so that no rounding decides.
          { mergeGap: Math.max(0, gap - 0.5) / 1000, lengthStep: step / 1000 },
          DURATION / 1000,
        );
        const is = Array.from({ length: DURATION }, () => false);
        for (const { from, to } of planned) is.fill(true, Math.round(1000 * from), Math.round(1000 * to));
        expect(is).toEqual(withheld);
      }),
    );
  });

  const STEPS = fc.constantFrom(0.1, 0.5, 0.7, 1, 2.5);

  it('puts every edge on the grid, or at the end of the recording', () => {
    fc.assert(
      fc.property(spansIn(89.9), STEPS, (spans, lengthStep) => {
        for (const { from, to } of planSpans(spans, { mergeGap: 0.3, lengthStep }, 89.9)) {
          const isOnGrid = (at: number) => Math.abs(at / lengthStep - Math.round(at / lengthStep)) < 1e-6;
          expect(isOnGrid(from)).toBe(true);
          expect(to === 89.9 || isOnGrid(to)).toBe(true);
        }
      }),
    );
  });

  it('gives the same masks wherever within the cells of the grid the words lie', () => {
    const DURATION = 199.9;
    const place = fc.tuple(
      fc.double({ min: 0.01, max: 0.49, noNaN: true }),
      fc.double({ min: 0.51, max: 0.99, noNaN: true }),
    );
    // These are cells in which something is withheld, and two ways in which words may lie in them.
    const runs = fc.array(fc.record({ cell: fc.nat(60), cells: fc.nat(3), a: place, b: place }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(runs, fc.constantFrom(0, 0.3, 1.2, 5), STEPS, (all, mergeGap, lengthStep) => {
        const planned = (way: 'a' | 'b') => {
          const spans = all.map(({ cell, cells, [way]: [from, to] }) => ({
            from: (cell + from) * lengthStep,
            to: (cell + cells + to) * lengthStep,
          }));
          return planSpans(spans, { mergeGap, lengthStep }, DURATION);
        };
        expect(planned('b')).toEqual(planned('a'));
      }),
    );
  });

  it('leaves what lies on the grid', () => {
    expect(planSpans([{ from: 0.3, to: 0.7 }], { mergeGap: 0, lengthStep: 0.1 }, 9)).toEqual([
      { from: expect.closeTo(0.3) as number, to: expect.closeTo(0.7) as number },
    ]);
  });
});
