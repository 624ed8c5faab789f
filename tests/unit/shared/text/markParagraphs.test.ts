import { describe, expect, it } from 'vitest';
import { flagLoops } from '../../../../main/transcribe/words/flagLoops';
import { markParagraphs } from '../../../../shared/text/markParagraphs';

const flagged = (text: string) => {
  const words = text.split(' ');
  return words.filter((_, i) => flagLoops(words)[i]).length;
};

describe('flagLoops', () => {
  it.each([
    ['a phrase said three times', 'we left. They came to us. They came to us. They came to us. Then', 12],
    ['a phrase cut off in the fourth round', 'I saw him I saw him I saw him I saw', 11],
    ['a word said over and over', 'and the the the the the the door', 6],
    ['whatever its case and punctuation', 'Thank you. thank you, Thank You! and', 6],
  ])('flags %s', (_, text, words) => {
    expect(flagged(text)).toBe(words);
  });

  it.each([
    ['what people say in earnest', 'No, no, no. I said no, no.'],
    ['a phrase said twice', 'He came back, he came back and then he left.'],
    [
      'ordinary testimony',
      'They took my mother to the station on Station Road. I asked for a lawyer, but they said no. Our lawyer came in ' +
        'the evening. The judge did not listen to our witness. On Tuesday the police came to our house and took the ' +
        'list of names. I was very angry. We were safe, but we did not leave. There was no answer for five months.',
    ],
  ])('lets %s stand', (_, text) => {
    expect(flagged(text)).toBe(0);
  });

  it('flags text that says nothing new, also when it repeats unevenly', () => {
    const phrases = ['thank you for watching', 'thanks for watching this', 'please subscribe'];
    const text = Array.from({ length: 40 }, (_, i) => phrases[(i * 7 + (i % 3) * (i % 2)) % 3]).join(' ');
    expect(flagged(text)).toBeGreaterThan(100);
  });
});

/** Makes words with times from text. `|` stands for a pause of half a second, and `||` for one of three. */
function spoken(text: string) {
  let now = 0;
  return text.split(' ').flatMap((piece) => {
    if (/^\|+$/.test(piece)) {
      now += piece.length === 1 ? 0.5 : 3;
      return [];
    }
    const word = { text: piece, start: now, end: now + 0.3 };
    now += 0.3;
    return [word];
  });
}

const paragraphs = (text: string) => {
  const words = spoken(text);
  const begins = markParagraphs(words, []);
  return words.flatMap(({ text: word }, i) => (begins[i] ? [word] : []));
};

describe('markParagraphs', () => {
  it('sets questions and answers apart', () => {
    expect(paragraphs('Thank you. | What did you see? | Two men came. | They left.')).toEqual([
      'Thank',
      'What',
      'Two',
    ]);
  });

  it('begins one after a long pause, but only between sentences', () => {
    expect(paragraphs('I was || at home. || Then they came.')).toEqual(['I', 'Then']);
  });

  it('does not break a question that is asked without a pause', () => {
    expect(paragraphs('I see. And then? Yes.')).toEqual(['I']);
  });

  it('breaks long answers at a pause, and very long ones at any sentence', () => {
    const sentence = Array.from({ length: 10 }, (_, i) => `w${i}${i === 9 ? '.' : ''}`).join(' ');
    const paused = paragraphs(Array.from({ length: 14 }, () => sentence).join(' | '));
    expect(paused).toHaveLength(2);
    const fluent = paragraphs(Array.from({ length: 43 }, () => sentence).join(' '));
    expect(fluent).toHaveLength(3);
  });

  it('looks at time and not at words, so that how much is withheld does not show', () => {
    const sentence = (words: number) =>
      Array.from({ length: words }, (_, k) => ({
        text: k === words - 1 ? 'w.' : 'w',
        start: (k * 6) / words,
        end: ((k + 0.9) * 6) / words,
      }));
    const spokenAs = (counts: number[]) =>
      counts.flatMap((count, i) =>
        sentence(count).map((word) => ({ ...word, start: word.start + i * 6, end: word.end + i * 6 })),
      );
    const starts = (words: ReturnType<typeof spokenAs>) =>
      markParagraphs(words, []).flatMap((begins, i) => (begins ? [words[i]?.start] : []));
    const few = starts(spokenAs(Array.from({ length: 30 }, () => 3)));
    expect(few.length).toBeGreaterThan(1);
    expect(starts(spokenAs(Array.from({ length: 30 }, (_, i) => 3 + (i % 20))))).toEqual(few);
  });

  it('knows a pause over which the word in front of it was stretched, by where somebody speaks', () => {
    const words = [
      { text: 'left.', start: 0, end: 3 },
      { text: 'Then', start: 3, end: 3.4 },
    ];
    const begins = (...speech: [number, number][]) =>
      markParagraphs(
        words.slice(1),
        words.slice(0, 1),
        speech.map(([from, to]) => ({ from, to })),
      )[0];
    expect(markParagraphs(words.slice(1), words.slice(0, 1))).toEqual([false]);
    expect(begins([0, 0.6], [2.9, 4])).toBe(true);
    expect(begins([0, 2], [2.9, 4])).toBe(false);
    expect(begins([0, 4])).toBe(false);
    expect(begins()).toBe(true);
  });

  it('goes on from the words in front', () => {
    const words = spoken('Who? | They left.');
    expect(markParagraphs(words.slice(1), words.slice(0, 1))).toEqual([true, false]);
    const plain = spoken('Men. | They left.');
    expect(markParagraphs(plain.slice(1), plain.slice(0, 1))).toEqual([false, false]);
  });
});
