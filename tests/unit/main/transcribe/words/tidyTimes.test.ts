import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { placeWords } from '../../../../../main/transcribe/words/placeWords';
import { tidyTimes } from '../../../../../main/transcribe/words/tidyTimes';

const time = fc.double({ min: -50, max: 400, noNaN: true });

describe('tidyTimes', () => {
  it('leaves times alone that are in order', () => {
    const words = [
      { start: 0.1, end: 0.4 },
      { start: 0.4, end: 0.9 },
      { start: 1.5, end: 2 },
    ];
    expect(tidyTimes(words, 2)).toEqual(words);
  });

  it('ends a word where the next begins', () => {
    const [first] = tidyTimes(
      [
        { start: 0, end: 3 },
        { start: 1, end: 2 },
      ],
      5,
    );
    expect(first).toEqual({ start: 0, end: 1 });
  });

  it('makes words that are not empty, do not overlap and lie within the window, from any times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ start: time, end: time }), { maxLength: 300 }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        (words, length) => {
          const tidy = tidyTimes(words, length);
          for (const [i, word] of tidy.entries()) {
            expect(word.start).toBeGreaterThanOrEqual(tidy[i - 1]?.end ?? 0);
            expect(word.end).toBeGreaterThan(word.start);
            expect(word.end).toBeLessThanOrEqual(Math.round(length * 1000) / 1000);
          }
        },
      ),
    );
  });
});

describe('placeWords', () => {
  const word = (start: number, end: number) => ({ text: 'a', start, end, confidence: 1, point: null });
  const parts = [
    { from: 10, to: 12 },
    { from: 20, to: 25 },
  ];

  it('puts back the pauses that were left out', () => {
    expect(placeWords([word(0.5, 1), word(2.5, 3)], parts)).toMatchObject([
      { start: 10.5, end: 11 },
      { start: 20.5, end: 21 },
    ]);
  });

  it('leaves a word on one side of a pause', () => {
    expect(placeWords([word(1.2, 2.1)], parts)).toMatchObject([{ start: 11.2, end: 12 }]);
    expect(placeWords([word(1.9, 3)], parts)).toMatchObject([{ start: 20, end: 21 }]);
  });

  it('keeps the order and the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ start: time, end: time }), { maxLength: 50 }), (raw) => {
        const words = tidyTimes(raw, 7).map(({ start, end }) => word(start, end));
        const placed = placeWords(words, parts);
        for (const [i, { start, end }] of placed.entries()) {
          expect(start).toBeGreaterThanOrEqual((placed[i - 1]?.end ?? 0) - 1e-9);
          expect(end).toBeGreaterThan(start);
          expect(parts.some(({ from, to }) => start >= from - 1e-9 && end <= to + 1e-9)).toBe(true);
        }
      }),
    );
  });
});
