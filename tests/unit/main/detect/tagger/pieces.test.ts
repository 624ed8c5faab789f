import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf, sentencesOf } from '../../../../../main/detect/tagger/pieces';

const texts = (text: string) => piecesOf(text).map((piece) => piece.text);

it.each([
  ["She didn't see Mira's house.", ['She', 'did', "n't", 'see', 'Mira', "'s", 'house', '.']],
  [
    'We’re in the U.S. now, aren’t we?',
    ['We', '’re', 'in', 'the', 'U.S.', 'now', ',', 'are', 'n’t', 'we', '?'],
  ],
  ["O'Dwyer and Jalal-Abad", ['O', "'", 'Dwyer', 'and', 'Jalal', '-', 'Abad']],
  ['Меня зовут А. Б. Орлов.', ['Меня', 'зовут', 'А', '.', 'Б', '.', 'Орлов', '.']],
  ["'s", ["'s"]],
  ["n't", ["n't"]],
  ['can’t', ['ca', 'n’t']],
  ['', []],
])('cuts %j', (text, pieces) => {
  expect(texts(text)).toEqual(pieces);
});

it('says where each piece stands', () => {
  const text = 'Aigul’s brother didn’t  come — “no”.';
  for (const { text: piece, start, end } of piecesOf(text)) expect(text.slice(start, end)).toBe(piece);
});

it('leaves out nothing but space, and cuts no character', () => {
  const signs = fc.constantFrom(...Array.from("anNtTsdrevl'’. -\n1éжҚ中😀\u0301ſ"));
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 20 }), (text) => {
      const pieces = piecesOf(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.replaceAll(/\s/gu, ''));
      for (const { text: piece, start, end } of pieces) expect(text.slice(start, end)).toBe(piece);
      expect(pieces.some(({ text: piece }) => /\p{Cs}/u.test(piece))).toBe(false);
    }),
  );
});

it.each([
  ['He came. She went.', 2],
  ['Dr. Oten came. 12 went.', 2],
  ['А. Орлов пришёл.\nОн ушёл', 2],
  ['One two three', 1],
])('ends sentences of %j', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});

it('cuts a sentence that has no end', () => {
  expect(sentencesOf('word '.repeat(1000)).every((sentence) => sentence.length <= 120)).toBe(true);
});
