import { expect, it } from 'vitest';
import { stillRead } from '../../../../renderer/session/stillRead';
import type { TranscriptSuggestion } from '../../../../shared/leaks/openSuggestions';
import type { Word } from '../../../../shared/model/word';

const words = (text: string): Word[] =>
  text.split(' ').map((one) => ({ id: one.toLowerCase(), text: one, start: null, end: null }));
const suggestion = (text: string, score: number): TranscriptSuggestion => ({
  ...{ type: 'person', text, score, start: 0, end: 1, why: 'a test' },
  wordIds: text.toLowerCase().split(' '),
});
const texts = (before: TranscriptSuggestion[], now: TranscriptSuggestion[], said: string) =>
  stillRead(before, now, words(said)).map(({ text, score }) => `${text} ${score}`);

it('keeps what only the model found where the same words stand, in their order', () => {
  const before = [suggestion('lantern', 0.9), suggestion('Venn', 0.8)];
  expect(texts(before, [suggestion('Oten', 0.7)], 'lantern met Oten and Venn')).toEqual([
    'lantern 0.9',
    'Oten 0.7',
    'Venn 0.8',
  ]);
  // One word is gone, and another one reads differently now.
  const changed = words('met Oten and Venn').map((word) =>
    word.id === 'venn' ? { ...word, text: 'when' } : word,
  );
  expect(stillRead(before, [], changed)).toEqual([]);
});

it('takes the longer of two, and never hides words that are suggested now', () => {
  expect(texts([suggestion('Mira Oten', 0.9)], [suggestion('Oten', 0.5)], 'Mira Oten came')).toEqual([
    'Mira Oten 0.9',
  ]);
  expect(texts([suggestion('Oten', 0.9)], [suggestion('Mira Oten', 0.5)], 'Mira Oten came')).toEqual([
    'Mira Oten 0.5',
  ]);
  expect(texts([suggestion('Mira Oten', 0.2)], [suggestion('Oten', 0.5)], 'Mira Oten came')).toEqual([
    'Oten 0.5',
  ]);
});
