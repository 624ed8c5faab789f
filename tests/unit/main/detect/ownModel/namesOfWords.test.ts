import { expect, it } from 'vitest';
import { namesOfWords, type ReadWord } from '../../../../../main/detect/ownModel/namesOfWords';
import { piecesOf } from '../../../../../main/detect/tagger/pieces';

/**
 * Returns the names of a text. `says` has a sign for each piece: `p`erson, `l`ocation, a capital where a name begins,
 * `.` for none, `?` for perhaps a person.
 */
function names(text: string, says: string) {
  const words = piecesOf(text).map((piece, i): ReadWord => {
    const sign = says[i] ?? '.';
    const probability = sign === '.' ? 0.01 : sign === '?' ? 0.3 : 0.9;
    const kind = sign.toLowerCase() === 'l' ? 'place' : 'person';
    return { ...piece, kind, probability, begins: sign === 'P' || sign === 'L' };
  });
  return namesOfWords(words).map(({ type, start, end }) => [type, text.slice(start, end)]);
}

it('joins neighbours of one kind, and cuts where another name begins', () => {
  expect(names('Mira Oten met Arlo Venn', 'pp.Pp')).toEqual([
    ['person', 'Mira Oten'],
    ['person', 'Arlo Venn'],
  ]);
  expect(names('Mira Oten Arlo Venn', 'PpPp')).toEqual([
    ['person', 'Mira Oten'],
    ['person', 'Arlo Venn'],
  ]);
  expect(names('Mira Taldyk', 'pl')).toEqual([
    ['person', 'Mira'],
    ['place', 'Taldyk'],
  ]);
});

it('joins over the signs within a name, and takes none at its edges', () => {
  expect(names('Ana-Mira O. Venn, there', 'p.pp.p..')).toEqual([['person', 'Ana-Mira O. Venn']]);
  expect(names('(Mira)', 'ppp')).toEqual([['person', 'Mira']]);
});

it('adds to what is plainly a name nothing that only may be one', () => {
  expect(names('Mira said', 'p?')).toEqual([
    ['person', 'Mira'],
    ['person', 'said'],
  ]);
  expect(names('old mira oten', '.??')).toEqual([['person', 'mira oten']]);
});
