import { describe, expect, it } from 'vitest';
import { isGrammar } from '../../../../../main/detect/lexicon/isGrammar';
import { suggestInText } from '../../../../../main/detect/suggestInText';

describe('a word of grammar', () => {
  it.each(['The', 'who', 'Он', 'және'])('is known: %s', (word) => {
    expect(isGrammar(word.toLowerCase())).toBe(true);
  });

  it.each(['Will', 'May', 'Mark', 'US'])('is none: %s', (word) => {
    expect(isGrammar(word.toLowerCase())).toBe(false);
  });

  it.each([
    'The band played with The Lanterns, and The, as they called it, was The of Brixworth.',
    'Он сказал Мы и Они, а Кто не знал.',
  ])('is never suggested alone', (text) => {
    const alone = suggestInText(text).filter((one) => isGrammar(one.text.toLowerCase()));
    expect(alone).toEqual([]);
  });
});
