import { describe, expect, it } from 'vitest';
import { matchUnits } from '../../../../main/align/matchUnits';

const said =
  'we met at the old market and then the police came to the square and took my brother to the station where he stayed for nine days'.split(
    ' ',
  );
const matched = (text: readonly string[], heard: readonly string[]) => {
  const found = new Map(matchUnits(text, heard).map((pair) => [pair.text, pair.heard]));
  return text.map((_, i) => found.get(i) ?? null);
};

describe('units of a text and those that were heard', () => {
  it('match one to one where they are the same', () => {
    expect(matched(said, said)).toEqual(said.map((_, i) => i));
  });

  it('match around what was misheard, and a word like it is a match too', () => {
    const heard = said.map((unit) => (unit === 'brother' ? 'brothers' : unit === 'square' ? 'hum' : unit));
    const found = matchUnits(said, heard);
    expect(found.find(({ text }) => said[text] === 'brother')).toMatchObject({ same: false });
    expect(found.some(({ text }) => said[text] === 'square')).toBe(false);
    expect(found).toHaveLength(said.length - 1);
  });

  it('leave out what is only in one of them', () => {
    const more = 'none of these many other things was ever spoken here'.split(' ');
    expect(matched(said.toSpliced(13, 0, ...more), said)).toEqual([
      ...said.slice(0, 13).map((_, i) => i),
      ...more.map(() => null),
      ...said.slice(13).map((_, i) => 13 + i),
    ]);
    expect(matched(said, said.toSpliced(13, 0, ...more))).toEqual(
      said.map((_, i) => (i < 13 ? i : i + more.length)),
    );
  });

  it('keep their order: of two parts that stand the other way round, one matches', () => {
    const found = matchUnits([...said.slice(16), ...said.slice(0, 16)], said);
    expect(found.map(({ heard }) => heard)).toEqual(
      Array.from({ length: said.length - 16 > 16 ? said.length - 16 : 16 }, (_, i) => i),
    );
  });

  it('match in a short text only when all of it was heard', () => {
    const short = ['the', 'old', 'market'];
    expect(matched(short, said)).toEqual([3, 4, 5]);
    expect(matchUnits(['the', 'old', 'harbour'], said)).toEqual([]);
    expect(matched(['nine'], said)).toEqual([25]);
  });

  it('do not match by chance', () => {
    const other = 'yes and the weather was to be fine at my house in the spring'.split(' ');
    expect(matchUnits(other, said)).toEqual([]);
    expect(matchUnits([], said)).toEqual([]);
    expect(matchUnits(said, [])).toEqual([]);
  });
});
