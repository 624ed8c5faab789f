import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../../../renderer/player/strip/keyOf';

const NOTHING = { withheld: [], placeless: 0, covered: [], chapters: [], missing: [] };
const told = (there: Partial<Parameters<typeof keyOf>[0]>) =>
  keyOf({ ...NOTHING, ...there }).map(({ text }) => text);

describe('what stands beside the strip', () => {
  it('tells of what is withheld also where that is short, or has no place in the sound', () => {
    expect(told({})).toEqual([]);
    expect(told({ withheld: [{ from: 3, to: 3.4 }] })).toEqual(['withheld 0:01']);
    expect(told({ placeless: 2 })).toEqual(['2 withheld in the text alone']);
  });

  it('counts chapters', () => {
    expect(told({ chapters: [3] })).toEqual(['1 chapter']);
    expect(told({ chapters: [3, 9] })).toEqual(['2 chapters']);
  });
});
