import { expect, test } from 'vitest';
import { otherKeyboard } from '../../../../../shared/leaks/readings/otherKeyboard';

test('a word is typed on the other keyboard, and back', () => {
  expect(otherKeyboard('ерлан')).toBe('thkfy');
  expect(otherKeyboard('thkfy')).toBe('ерлан');
  expect(otherKeyboard('бегали')).toBe(',tufkb');
});

test('a word that neither keyboard has is not', () => {
  expect(otherKeyboard('王小明')).toBeNull();
  expect(otherKeyboard('nuñez')).toBeNull();
});
