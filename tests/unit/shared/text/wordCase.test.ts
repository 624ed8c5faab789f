import { describe, expect, it } from 'vitest';
import { wordCase } from '../../../../shared/text/wordCase';

const words = (text: string) =>
  text.split(' ').map((one, i) => ({ id: `w${i}`, text: one, start: null, end: null }));

describe('the capitals of a transcript', () => {
  it('are read with every word that is written small somewhere, without its signs', () => {
    const { casing, small } = wordCase(words('Rose came. She has a red “rose”, and Émile’s café is shut.'));
    expect(casing).toBe('cased');
    expect([...small].sort()).toEqual(['a', 'and', 'cafe', 'came', 'has', 'is', 'red', 'rose', 'shut']);
  });

  it('tell when there are none', () => {
    expect(wordCase(words('rose came and she went')).casing).toBe('none');
  });

  it('are read once for each list', () => {
    const list = words('Rose came.');
    expect(wordCase(list)).toBe(wordCase(list));
    expect(wordCase(words('A rose.')).small.has('rose')).toBe(true);
  });
});
