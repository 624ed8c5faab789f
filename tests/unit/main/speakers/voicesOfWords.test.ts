import { describe, expect, it } from 'vitest';
import { SURE_MARGIN, voicesOfWords } from '../../../../main/speakers/voicesOfWords';
import type { Word } from '../../../../shared/model/word';

/** Makes words of 0.3 s that follow one another, unless a pause is given: `a b. |0.5 c`. */
function wordsOf(text: string): Word[] {
  let at = 0;
  return text.split(' ').flatMap((part, i): Word[] => {
    if (part.startsWith('|')) {
      at += Number(part.slice(1));
      return [];
    }
    const word = { id: `w${i}`, text: part, start: at, end: at + 0.3 };
    at += 0.3;
    return [word];
  });
}

const turn = (from: number, to: number, voice: number, margin = SURE_MARGIN + 1) => ({
  from,
  to,
  voice,
  margin,
});
const told = (words: readonly Word[], turns: Parameters<typeof voicesOfWords>[1]) => {
  const found = voicesOfWords(words, turns);
  return words.map(({ id }) => found.get(id)?.voice ?? '-').join('');
};

describe('voices of words', () => {
  it('are those that are heard for most of a word, or the nearest beside it', () => {
    expect(told(wordsOf('a b c |3 d |3 e'), [turn(0, 0.5, 0), turn(0.5, 1.2, 1), turn(6, 9, 2)])).toBe(
      '001-2',
    );
    expect(told(wordsOf('a |9 b'), [turn(0, 0.3, 1)])).toBe('1-');
  });

  it('change where somebody pauses or a sentence ends, near the place where the sound changes', () => {
    expect(told(wordsOf('a b c |0.4 d e f'), [turn(0, 1.3, 0), turn(1.35, 3, 1)])).toBe('000111');
    expect(told(wordsOf('a b c. d e f'), [turn(0, 1.2, 0), turn(1.2, 3, 1)])).toBe('000111');
    expect(told(wordsOf('a b c d. e f'), [turn(0, 0.9, 0), turn(0.9, 3, 1)])).toBe('000011');
  });

  it('leave a turn of one word to whoever says it', () => {
    expect(told(wordsOf('a b? c. |0.6 d e'), [turn(0, 0.6, 0), turn(0.6, 0.9, 1), turn(1.5, 3, 0)])).toBe(
      '00100',
    );
  });

  it('are unsure where another is nearly as likely, or little is said', () => {
    const words = wordsOf('a b c d e |2 f');
    const unsure = (margin: number) => {
      const found = voicesOfWords(words, [turn(0, 1.5, 0, margin), turn(3.5, 3.8, 1)]);
      return words.map(({ id }) => (found.get(id)?.unsure ? 'u' : 's')).join('');
    };
    expect(unsure(SURE_MARGIN + 1)).toBe('sssssu');
    expect(unsure(SURE_MARGIN - 1)).toBe('uuuuuu');
  });

  it('are not known of words without times', () => {
    expect(voicesOfWords([{ id: 'w', text: 'a', start: null, end: null }], [turn(0, 1, 0)]).size).toBe(0);
  });
});
