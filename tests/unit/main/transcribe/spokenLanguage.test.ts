import { expect, test } from 'vitest';
import { codeFor, requireSpoken, spokenLanguage } from '../../../../main/transcribe/spokenLanguage';
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
  expect(codeFor({ kind: 'whisper', multilingual: true }, tag)).toBe(code);
});

test('a model of English alone is told English', () => {
  const document = { ...emptyDocument(), language: 'ru' };
  expect(spokenLanguage(document, { kind: 'whisper', multilingual: false })).toBe('en');
  expect(spokenLanguage(document, { kind: 'whisper', multilingual: true })).toBe('ru');
});

test.each([
  ['ru', 'ru'],
  ['pt-BR', 'pt'],
  ['kk', 'auto'],
  ['nb', 'auto'],
  ['und', 'auto'],
])('a Parakeet model’s word for %s is %s', (tag, code) => {
  expect(codeFor({ kind: 'parakeet', multilingual: true }, tag)).toBe(code);
});

test('a Parakeet model is not asked to hear what it does not know, and may hear what nobody knows', () => {
  const of = (language: string) => ({ transcription: null, language });
  const [european, english] = [true, false].map((multilingual) => ({
    kind: 'parakeet' as const,
    multilingual,
  }));
  if (!european || !english) throw new Error('there are two');
  expect(requireSpoken(of('ru'), european)).toBe('ru');
  expect(requireSpoken(of('und'), european)).toBe('auto');
  expect(() => requireSpoken(of('kk'), european)).toThrow('does not know the language kk');
  expect(() => requireSpoken(of('ru'), english)).toThrow('does not know the language ru');
  expect(requireSpoken(of('kk'), { kind: 'whisper', multilingual: true })).toBe('kk');
});
