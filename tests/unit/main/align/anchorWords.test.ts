import { describe, expect, it } from 'vitest';
import { anchorWords } from '../../../../main/align/anchorWords';
import { cutPassages } from '../../../../main/align/cutPassages';
import type { Span } from '../../../../shared/model/entity';
import { spansWithin } from '../../../../shared/model/spansWithin';

const sentence = 'we met at the old market and then they came to the square and took my brother'.split(' ');
/** Heard words, one each half second. */
const heard = sentence.map((text, i) => ({ text, start: i / 2, end: i / 2 + 0.5 }));
const stretch = { from: 0, to: 30 };
const speech = [{ from: 0, to: sentence.length / 2 }];
const anchor = (texts: readonly string[], speaks: readonly Span[] = speech) =>
  anchorWords(texts, heard, stretch, (asked) => spansWithin(speaks, asked)).words;

describe('words of a text', () => {
  it('are anchored where they were heard, whatever their signs and letters', () => {
    const words = anchor(sentence.map((text) => `«${text.toUpperCase()}»,`));
    expect(words.map((word) => word.heard)).toEqual(heard.map(({ start, end }) => ({ start, end })));
  });

  it('lie between two anchors where they were not heard', () => {
    const words = anchor(sentence.toSpliced(5, 1, 'Zhyldyz'));
    expect(words[5]).toEqual({ heard: null, within: { from: 2.5, to: 3 }, fits: true });
  });

  it('have no place where that is too short for them', () => {
    const more = 'of which nobody in the whole recording ever says one word'.split(' ');
    const words = anchor(sentence.toSpliced(6, 0, ...more));
    expect(words.filter(({ fits }) => !fits)).toHaveLength(more.length);
    expect(words[6]).toMatchObject({ heard: null, fits: false });
  });

  it('have none where more is said than they can be', () => {
    const speaks = [{ from: 0, to: 29 }];
    const words = anchor([...sentence, 'Zhyldyz'], speaks);
    expect(words.at(-1)).toMatchObject({ fits: false });
    expect(anchor([...sentence, 'Zhyldyz'], [{ from: 0, to: 9.5 }]).at(-1)).toMatchObject({ fits: true });
  });

  it('match sign by sign where no spaces are written', () => {
    const text = ['我们', '在', '市场', '见面', '然后', '他们', '来了'];
    const said = ['我们在', '市场', '见', '面然后', '他们来', '了'].map((one, i) => ({
      text: one,
      start: i,
      end: i + 1,
    }));
    const { words, same, units } = anchorWords(text, said, stretch, () => []);
    expect(same).toBe(units);
    expect(words[0]?.heard).toEqual({ start: 0, end: 2 / 3 });
    expect(words.every((word) => word.heard !== null)).toBe(true);
  });
});

describe('passages', () => {
  it('hold every word that has a place, in order, none longer than is heard at once', () => {
    const words = Array.from({ length: 400 }, (_, i) => {
      const start = i * 0.4 + Math.floor(i / 25) * 2;
      return {
        heard: { start, end: start + 0.4 },
        within: { from: start, to: start + 0.4 },
        fits: i % 50 !== 7,
      };
    });
    const passages = cutPassages(words, 250);
    expect(passages.flatMap((passage) => passage.words)).toEqual(
      words.flatMap(({ fits }, i) => (fits ? [i] : [])),
    );
    for (const { from, to, words: own } of passages) {
      expect(to - from).toBeLessThanOrEqual(29.5);
      expect(from).toBeLessThanOrEqual(words[own[0] ?? 0]?.within.from ?? 0);
      expect(to).toBeGreaterThanOrEqual(words[own.at(-1) ?? 0]?.within.to ?? 0);
    }
  });
});
