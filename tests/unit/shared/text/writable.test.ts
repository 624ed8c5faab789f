import { describe, expect, it } from 'vitest';
import { writable } from '../../../../shared/text/writable';

describe('what is typed or pasted', () => {
  it.each([
    ['control signs', 'a\u0000b\u001fc\u007f'],
    ['halves of characters', 'a\ud800b\udc00c'],
    ['what is no character, which strict XML refuses', 'a\ufffeb\uffffc\ufdd0'],
    ['what is not seen within a word, or turns what follows round', 'a\u200bb\u00ad\u202ec'],
  ])('loses %s', (_, text) => {
    expect(writable(text)).toBe('abc');
  });

  it('keeps letters of every script, what joins them, and what parts words', () => {
    const text = 'Айгүл\u00a0می\u200cخواهم 👩\u200d🌾\t北京\n';
    expect(writable(text)).toBe(text);
    expect(writable('a\u0085b')).toBe('a\nb');
  });
});
