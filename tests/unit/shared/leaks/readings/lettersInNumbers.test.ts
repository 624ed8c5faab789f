import { expect, test } from 'vitest';
import { lettersInNumbers } from '../../../../../shared/leaks/readings/lettersInNumbers';

test.each([
  ['87O12345678', '87012345678'],
  ['8701Z345б78', null],
  ['87о1234S678', '87012345678'],
  ['8701234567eight', '8701234567 eight'],
  ['+7701234567восемь', '+7701234567 восемь'],
  ['xx3314', '3314'],
  ['ХХ-33-14.', '33-14'],
])('%s is read as %s', (text, number) => {
  const readings = lettersInNumbers(text);
  if (number === null) expect(readings).toEqual([]);
  else expect(readings).toContain(number);
});

test.each(['1980s', '10km', 'B2B', '87012345678', '12:30', 'mp3', 'Room 101'])(
  '%s is read as it is',
  (text) => {
    expect(lettersInNumbers(text)).toEqual([]);
  },
);
