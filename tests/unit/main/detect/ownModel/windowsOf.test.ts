import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsOf, type Sentence, type Window } from '../../../../../main/detect/ownModel/windowsOf';

const ROOM = 40;
const sentence = fc.record({
  tokens: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 60 }),
  closes: fc.boolean(),
});
const tokensIn = (tokens: readonly number[], { first, end }: Pick<Window, 'first' | 'end'>) =>
  tokens.slice(first, end).reduce((sum, count) => sum + count, 0);

describe('windowsOf', () => {
  it('takes every word once, in order, from windows that have room', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), (sentences) => {
        const tokens = sentences.flatMap((one) => one.tokens);
        const windows = windowsOf(sentences, ROOM);
        const taken = windows.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, i) => from + i),
        );
        expect(taken).toEqual([...tokens.keys()]);
        for (const window of windows) {
          expect(window.first).toBeLessThanOrEqual(window.from);
          expect(window.to).toBeLessThanOrEqual(window.end);
          expect(tokensIn(tokens, window)).toBeLessThanOrEqual(ROOM);
        }
      }),
    );
  });

  it('parts no sentence that has room, and reads more around the words of one that has not', () => {
    const short: Sentence = { tokens: Array.from({ length: 15 }, () => 1), closes: false };
    expect(windowsOf([short, short, short], ROOM).map(({ first, end }) => [first, end])).toEqual([
      [0, 30],
      [30, 45],
    ]);
    const long: Sentence = { tokens: Array.from({ length: 100 }, () => 1), closes: false };
    const windows = windowsOf([long], ROOM);
    for (const [i, { first, end, from, to }] of windows.entries()) {
      if (i > 0) expect(from - first).toBeGreaterThanOrEqual(ROOM / 10);
      if (i < windows.length - 1) expect(end - to).toBeGreaterThanOrEqual(ROOM / 10);
    }
  });

  it('falls back into the same windows behind an edit', () => {
    // Each sentence has ten tokens, and about one in three ends a window, in no order.
    const sentences = Array.from({ length: 400 }, (_, i): Sentence => {
      return {
        tokens: Array.from({ length: 10 }, () => 1),
        closes: (Math.imul(i, 2654435761) >>> 16) % 10 < 3,
      };
    });
    const before = windowsOf(sentences, 256);
    const added = 70;
    const longer = [{ tokens: Array.from({ length: added }, () => 1), closes: false }, ...sentences];
    const starts = new Set(before.map(({ first, end }) => `${first} ${end}`));
    const same = windowsOf(longer, 256).filter(({ first, end }) =>
      starts.has(`${first - added} ${end - added}`),
    );
    expect(same.length / before.length).toBeGreaterThan(0.7);
  });
});
