import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrase, foldPhrase } from '../../../../shared/text/matching';
import type { Word } from '../../../../shared/model/word';

const wordsOf = (text: string): Word[] =>
  text.split(' ').map((word, i) => ({ id: `w${i}`, text: word, start: null, end: null }));

describe('foldPhrase', () => {
  it.each([
    ['Mira Oten', ['mira', 'oten']],
    ['  “MIRA   oten’s” ', ['mira', 'oten']],
    ["O'Tenn's", ["o'tenn"]],
    ['O’Tenn', ["o'tenn"]],
    ['Mu\u0308ller', ['muller']],
    ['Müller', ['muller']],
    ['Ote\u00adn Mi\u200bra', ['oten', 'mira']],
    ['mira.oten@post.org.', ['mira', 'oten', 'post', 'org']],
    ['M.Oten', ['m', 'oten']],
    ['Otenville-based', ['otenville', 'based']],
    ['Ｍｉｒａ', ['mira']],
    ['— … !', []],
  ])('folds %j', (text, folded) => {
    expect(foldPhrase(text)).toEqual(folded);
  });

  it('is the same for its own result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldPhrase(text);
        expect(foldPhrase(folded.join(' '))).toEqual(folded);
      }),
    );
  });
});

describe('findPhrase', () => {
  it.each([
    ['case, quotes and possessive', 'and “MIRA Oten’s” house', 'mira oten', [[1, 2]]],
    [
      'a part of a compound',
      'the pro-Oten camp and Oten/Miro',
      'Oten',
      [
        [1, 1],
        [4, 4],
      ],
    ],
    ['an address that holds the name', 'write to mira.oten@post.org today', 'Oten', [[2, 2]]],
    ['initials without a space', 'said M.Oten twice', 'M. Oten', [[1, 1]]],
    ['a lone dash between the words', 'Mira — Oten came', 'Mira Oten', [[0, 2]]],
    [
      'places beside each other',
      'Oten Oten Oten',
      'Oten',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    ['a word that begins the same', 'Otenberg is no Oten', 'Oten', [[3, 3]]],
    [
      'accents written or not',
      'Muller or Müller',
      'Müller',
      [
        [0, 0],
        [2, 2],
      ],
    ],
    ['Cyrillic', 'спросил «Отен», и', 'отен', [[1, 1]]],
    ['a number, however grouped', 'call +7 (701) 555-01-01, or 555 0101', '+7 701 555 0101', [[1, 3]]],
    ['a short number by its groups only', 'in 20 21 and 2021', '2021', [[4, 4]]],
    ['signs alone', 'one … two', '…', []],
  ] as const)('finds %s', (_name, text, phrase, places) => {
    expect(findPhrase(wordsOf(text), phrase)).toEqual(places);
  });

  it('finds every seeded place and nothing that overlaps', () => {
    const filler = fc.constantFrom('we', 'went,', 'home.', '“yes”');
    const dressed = fc.constantFrom('Mira Oten', 'MIRA OTEN,', '“mira oten’s', '(Mira Oten)', 'mira-oten');
    fc.assert(
      fc.property(fc.array(fc.oneof(filler, dressed), { maxLength: 30 }), (pieces) => {
        const seeded = pieces.filter((piece) => /oten/iu.test(piece)).length;
        const words = pieces.length === 0 ? [] : wordsOf(pieces.join(' '));
        const found = findPhrase(words, 'Mira Oten');
        expect(found).toHaveLength(seeded);
        for (const [i, [first, last]] of found.entries()) {
          expect(first).toBeLessThanOrEqual(last);
          expect(first).toBeGreaterThan(found[i - 1]?.[1] ?? -1);
        }
      }),
    );
  });
});
