import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../shared/model/word';
import { lineSaidAt } from '../../../../shared/text/lines';

/** Makes lines of two words that begin at these seconds; null is without times. */
const said = (...starts: (number | null)[]): Word[] =>
  starts.flatMap((start, i): Word[] => [
    { id: `a${i}`, text: 'one', start, end: start === null ? null : start + 1, paragraph: true },
    {
      ...{ id: `b${i}`, text: 'two' },
      ...{ start: start === null ? null : start + 1, end: start === null ? null : start + 2 },
    },
  ]);

describe('lineSaidAt', () => {
  it.each([
    ['begins then', 10, 2],
    ['begins within the second, as a list tells it', 9.4, 2],
    ['is said then', 11.5, 2],
    ['was said before the pause', 8, 0],
    ['is the last, at its end', 22, 4],
    ['is the first, before anything is said', 0, 0],
  ])('gives the line that %s', (_, at, first) => {
    expect(lineSaidAt(said(2.5, 10, 20), at)).toEqual({ first, end: first + 2 });
  });

  it('gives none behind all that is said, nor where nothing is', () => {
    expect(lineSaidAt(said(2.5, 10), 12.1)).toBeNull();
    expect(lineSaidAt([], 0)).toBeNull();
  });

  it('counts words where there are no times', () => {
    expect(lineSaidAt(said(null, null), 3)).toEqual({ first: 2, end: 4 });
    expect(lineSaidAt(said(null, null), 4)).toBeNull();
  });
});
