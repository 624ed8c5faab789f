import { expect, test } from 'vitest';
import { signsAsLetters } from '../../../../../shared/leaks/readings/signsAsLetters';

test.each([
  ['S3rik', 'Serik'],
  ['s3r1k’s', 'serik’s'],
  ['#S3rikov', '#Serikov'],
  ['$erik', 'Serik'],
  ['€rbol', 'erbol'],
  ['Er+ay', 'Ertay'],
  ['Б3гал1', 'Бегалі'],
  ['К@з1з', 'Казіз'],
])('%s may be read as %s', (text, word) => {
  const letters = signsAsLetters(text).map((one) => one.toLowerCase());
  expect(letters).toContain(word.toLowerCase());
});

test.each(['10km', '1980s', '3rd', '22nd', '+7701', 'Serik!', '12:30', 'well', '100', '$5'])(
  '%s is no other word',
  (text) => {
    expect(signsAsLetters(text)).toEqual([]);
  },
);

test('a text of many signs has no more readings than can be searched', () => {
  expect(signsAsLetters('a1a1a1a1a1a1a1a1').length).toBeLessThanOrEqual(16);
});
