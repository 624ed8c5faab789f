import fc from 'fast-check';
import { expect, it } from 'vitest';
import { behind, CHARACTER, endOfRun, kindsAt } from '../../../../../main/detect/lexicon/characterKinds';

const { letter, mark, number, format, space } = CHARACTER;

it.each([
  ['ж', letter],
  ['Ⅷ', number],
  ['\u0301', mark],
  ['\u200d', format],
  ['\u00a0', space],
  ['—', 0],
  ['𐐀', letter],
  ['😀', 0],
  ['\ud800', 0],
  ['', 0],
])('knows the kinds of %j', (character, kinds) => {
  const KINDS = letter | mark | number | format | space;
  for (const time of ['first', 'again']) expect([time, kindsAt(character, 0) & KINDS]).toEqual([time, kinds]);
});

it('ends a run where the pattern of the same kinds does, in any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(text, (any) => {
      const [run = ''] = /^[\p{L}\p{M}\p{N}]*/u.exec(any) ?? [];
      expect(endOfRun(any, 0, letter | mark | number)).toBe(run.length);
    }),
  );
});

it('goes from one character to the next', () => {
  const text = 'a😀ж\udc00b';
  const places: number[] = [];
  for (let at = 0; at < text.length; at = behind(text, at)) places.push(at);
  expect(places).toEqual([0, 1, 3, 4, 5]);
});
