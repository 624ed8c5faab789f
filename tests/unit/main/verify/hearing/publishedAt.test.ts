import { describe, expect, it } from 'vitest';
import { heardTooOften, standingOf } from '../../../../../main/verify/hearing/publishedAt';

const published = (folded: string, from: number, to: number) => ({ folded, from, to });
const heard = (from: number, ...said: string[]) => ({ from, to: from + 0.5, entityId: 'e1', said });

describe('standingOf', () => {
  const words = [published('asel', 4, 4.5), published('omarova', 4.5, 5), published('asel', 20, 40)];

  it('knows what is published just there, in all its words', () => {
    expect(standingOf(words, heard(4.2, 'asel', 'omarova'))).toBe('there');
    expect(standingOf(words, heard(4.2, 'asel', 'bekova'))).toBe('nowhere');
    expect(standingOf(words, heard(9, 'asel'))).toBe('nowhere');
  });

  it('does not take a long stretch for a place', () => {
    expect(standingOf(words, heard(33, 'asel'))).toBe('around');
  });
});

describe('heardTooOften', () => {
  const tooOften = (words: Parameters<typeof heardTooOften>[0], names: ReturnType<typeof heard>[]) =>
    heardTooOften(words, names, () => true);

  it('excuses nothing by a stretch of which some was not listened to', () => {
    const name = heard(3, 'asel');
    const until = (seconds: number) =>
      heardTooOften([published('asel', 0, 20)], [name], ({ to }) => to <= seconds);
    expect([until(20), until(10)]).toEqual([[], [name]]);
  });

  it('lets each published word be heard once', () => {
    const words = [published('asel', 0, 20), published('asel', 0, 20)];
    expect(tooOften(words, [heard(3, 'asel'), heard(12, 'asel')])).toEqual([]);
  });

  it('counts all of them where one is heard more than is published', () => {
    const names = [heard(3, 'asel'), heard(12, 'asel')];
    expect(tooOften([published('asel', 0, 20)], names)).toEqual(names);
  });

  it('gives each name a place of its own where that can be done', () => {
    // The long stretch goes to the word that has no other.
    const words = [published('asel', 0, 30), published('asel', 0, 8)];
    expect(tooOften(words, [heard(3, 'asel'), heard(25, 'asel')])).toEqual([]);
  });

  it('leaves other stretches alone', () => {
    const words = [published('asel', 0, 20), published('asel', 40, 60)];
    const [one, other, third] = [heard(3, 'asel'), heard(12, 'asel'), heard(50, 'asel')];
    expect(tooOften(words, [one, other, third])).toEqual([one, other]);
  });
});
