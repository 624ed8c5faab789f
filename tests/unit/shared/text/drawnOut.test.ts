import { describe, expect, it } from 'vitest';
import { notDrawnOut } from '../../../../shared/text/drawnOut';

describe('a word that somebody draws out', () => {
  it.each([
    ['Leeee', ['Le', 'Lee']],
    ['Тимууур', ['Тимур', 'Тимуур']],
    ['Mi-i-ira', ['Mira', 'Miira']],
    ['So-o-o', ['So', 'Soo']],
    ['B-Bekova', ['BBekova', 'Bekova']],
  ])('is read with one letter and with two: %s', (text, read) => {
    expect(notDrawnOut(text)).toEqual(read);
  });

  it.each(['Lee', 'committee', 'well-known', 'VIII', 'KKK', '', '…'])('is not %s', (text) => {
    expect(notDrawnOut(text)).toEqual([]);
  });
});
