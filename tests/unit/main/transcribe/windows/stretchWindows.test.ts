import { describe, expect, it } from 'vitest';
import { stretchWindows } from '../../../../../main/transcribe/windows/stretchWindows';
import { wholeWords } from '../../../../../shared/edits/wholeWords';
import type { Word } from '../../../../../shared/model/word';

/** Makes words from start and end times. */
const wordsAt = (...times: [number, number][]): Word[] =>
  times.map(([start, end], i) => ({ id: `w${i}`, text: 'word', start, end }));

describe('a stretch', () => {
  it('grows to whole words, also to those that overlap', () => {
    const words = wordsAt([1, 2], [1.9, 3], [3, 4], [5, 6]);
    expect(wholeWords(words, { from: 2.5, to: 3 })).toEqual({ from: 1, to: 3 });
    expect(wholeWords(words, { from: 3.2, to: 4.5 })).toEqual({ from: 3, to: 4.5 });
    expect(wholeWords(words, { from: 4.1, to: 4.9 })).toEqual({ from: 4.1, to: 4.9 });
  });

  it('takes in all of the time within which a word is said somewhere', () => {
    const words = wordsAt([1, 2], [2, 3]).map((word) => ({ ...word, within: { from: 1, to: 3 } }));
    expect(wholeWords(words, { from: 2.2, to: 2.4 })).toEqual({ from: 1, to: 3 });
  });

  const options = { duration: 100, longest: 28, quietest: (_: number, to: number) => to - 1 };

  it('is heard with the words beside it, up to a pause', () => {
    const words = wordsAt([1, 2], [2.5, 3], [3, 4], [4, 5], [5, 5.5], [6.5, 7]);
    const [window, ...more] = stretchWindows(words, { from: 3, to: 5 }, options);
    expect(more).toEqual([]);
    expect(window?.from).toBe(2.25);
    expect(window?.to).toBe(5.75);
  });

  it('never begins before the recording or ends behind it', () => {
    expect(stretchWindows([], { from: 0, to: 100 }, { ...options, longest: 200 })).toEqual([
      { from: 0, to: 100 },
    ]);
  });

  it('is heard in windows that a recogniser can hear at once, cut at quiet moments', () => {
    const windows = stretchWindows([], { from: 10, to: 80 }, options);
    expect(windows.map(({ to }, i) => (windows[i + 1]?.from ?? to) - to)).toEqual(windows.map(() => 0));
    for (const { from, to } of windows) expect(to - from).toBeLessThanOrEqual(28);
    expect(windows[0]?.from).toBe(9.75);
    expect(windows.at(-1)?.to).toBe(80.25);
  });
});
