import { expect, test } from 'vitest';
import { spokenLanguage, whisperCode } from '../../../../main/transcribe/spokenLanguage';
import { emptyDocument } from '../../../../shared/document/document';

test.each([
  ['en', 'en'],
  ['en-US', 'en'],
  ['zh-Hans', 'zh'],
  ['fil', 'tl'],
  ['nb', 'no'],
  ['ky', 'auto'],
  ['und', 'auto'],
])('the recogniser’s word for %s is %s', (tag, code) => {
  expect(whisperCode(tag)).toBe(code);
});

test('a model of English alone is told English', () => {
  const document = { ...emptyDocument(), language: 'ru' };
  expect(spokenLanguage(document, { multilingual: false })).toBe('en');
  expect(spokenLanguage(document, { multilingual: true })).toBe('ru');
});
