import { expect, test } from 'vitest';
import { maskedLetters, mayBe } from '../../../../../shared/leaks/readings/maskedLetters';
import { confusableKey } from '../../../../../shared/text/confusables';

const name = (folded: string) => confusableKey(folded);
const fits = (text: string, folded: string) => maskedLetters(text).some((one) => mayBe(one, name(folded)));

test.each([
  ['Ost*n', 'ostan'],
  ['O•tan•va', 'ostanova'],
  ['(Др*здова),', 'дроздова'],
])('%s may be the name', (text, folded) => {
  expect(fits(text, folded)).toBe(true);
});

test.each([
  ['Ost*n', 'osten2'],
  ['Ost*n', 'astan'],
  ['O***n', 'ostan'],
  ['*Ostan*', 'ostan'],
  ['5*3', 'ab'],
])('%s is not masked, or another word', (text, folded) => {
  expect(fits(text, folded)).toBe(false);
});
