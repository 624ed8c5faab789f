import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../../shared/text/alignTexts';
import { commonWords } from '../../../../shared/text/commonWords';

describe('aligning two texts', () => {
  it('pairs what the shorter way pairs', () => {
    const [a, b] = ['a rose is a rose'.split(' '), 'the rose is a red rose'.split(' ')];
    expect(alignTexts(a, b)).toEqual(commonWords(a, b));
    expect(alignTexts([], b)).toEqual([]);
    expect(alignTexts(a, a)).toEqual(a.map((_, i) => [i, i]));
  });

  it('finds its way through long texts, by what stands once in both', () => {
    const word = (i: number) => (i % 3 === 0 ? 'and' : `w${i}`);
    const a = Array.from({ length: 6000 }, (_, i) => word(i));
    // One word in ten is different, and a passage is missing.
    const b = a.flatMap((text, i) => (i >= 2000 && i < 2500 ? [] : i % 10 === 1 ? [`x${i}`] : [text]));
    const pairs = alignTexts(a, b);
    for (const [i, j] of pairs) expect(a[i]).toBe(b[j]);
    expect(
      pairs.every(([i, j], k) => k === 0 || (i > (pairs[k - 1]?.[0] ?? 0) && j > (pairs[k - 1]?.[1] ?? 0))),
    ).toBe(true);
    const same = a.filter((text, i) => !(i >= 2000 && i < 2500) && i % 10 !== 1 && text !== 'and').length;
    expect(pairs.filter(([i]) => a[i] !== 'and').length).toBe(same);
  });

  it('takes nothing of long texts for the same that have nothing in common but small words', () => {
    const a = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? 'and' : `a${i}`));
    const b = Array.from({ length: 3000 }, (_, i) => (i % 2 === 1 ? 'and' : `b${i}`));
    expect(alignTexts(a, b)).toEqual([]);
  });
});
