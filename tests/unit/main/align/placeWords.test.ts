import { describe, expect, it } from 'vitest';
import { placeWords, type GivenText } from '../../../../main/align/placeWords';
import type { EnforcedToken } from '../../../../main/transcribe/native/nativeEvents';

const given = (text: string, from: number, to: number, heard = true): GivenText => ({
  text: ` ${text}`,
  heard: heard ? { start: from, end: to } : null,
  within: { from, to },
  fits: true,
});
const token = (word: number, more: Partial<EnforcedToken> = {}): EnforcedToken => ({
  word,
  p: 0.9,
  hint: null,
  sure: 0,
  begin: null,
  end: null,
  dtw: null,
  ...more,
});
const words = [given('one', 10, 11), given('two', 11, 12, false), given('three', 13, 14)];
const passage = { from: 10, to: 15, warped: false };
const place = (tokens: EnforcedToken[], changes: Partial<typeof passage> = {}) =>
  placeWords(words, { tokens, closes: 4.2 }, { ...passage, ...changes });

describe('words of a passage', () => {
  it('begin and end where the model wrote that', () => {
    const placed = place([
      token(0, { begin: 0.1 }),
      token(1, { begin: 1.2, end: 1 }),
      token(2, { begin: 3.1, end: 2.5 }),
    ]);
    expect(placed.map(({ start }) => start)).toEqual([10.1, 11.2, 13.1]);
    expect(placed.map(({ end }) => end)).toEqual([11.2, 12.5, 14.2]);
    expect(placed.every(({ within }) => within === undefined)).toBe(true);
  });

  it('begin where it would have written so, if it is sure of that, else where they were heard', () => {
    const placed = place([
      token(0, { hint: 0.3, sure: 0.5 }),
      token(1, { hint: 1.4, sure: 0.2 }),
      token(2, { hint: 0.1, sure: 0.001 }),
    ]);
    expect(placed.map(({ start }) => start)).toEqual([10.3, 11.4, 13]);
  });

  it('begin where attention moves on to them, in models whose heads are known, and not before a pause is over', () => {
    const tokens = [token(0, { begin: 0 }), token(1, { dtw: 1.3 }), token(2, { dtw: 2.4, begin: 3 })];
    expect(place(tokens, { warped: true }).map(({ start }) => start)).toEqual([10, 11.3, 13]);
  });

  it('are never out of order, nor empty', () => {
    const placed = place([token(0, { begin: 2 }), token(1, { begin: 1 }), token(2, { begin: 1.05 })]);
    for (const [i, { start, end }] of placed.entries()) {
      expect(start).toBeGreaterThanOrEqual(placed[i - 1]?.start ?? 0);
      expect(end).toBeGreaterThan(start);
    }
  });

  it('that the model does not take for likely are known only between those that it does', () => {
    const placed = place([token(0, { begin: 0 }), token(1, { p: 1e-5, begin: 1.9 }), token(2, { begin: 3 })]);
    const [first, doubted, last] = placed;
    expect(doubted?.confidence).toBeLessThan(0.2);
    expect(doubted?.within?.from).toBeLessThanOrEqual(first?.end ?? 0);
    expect(doubted?.within?.to).toBe(last?.start);
    const all = place([0, 1, 2].map((word) => token(word, { p: 1e-5 })));
    expect(all.map(({ within }) => within)).toEqual([0, 1, 2].map(() => ({ from: 10, to: 15 })));
  });
});
