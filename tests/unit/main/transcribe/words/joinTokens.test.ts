import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { joinTokens } from '../../../../../main/transcribe/words/joinTokens';
import { joinWords } from '../../../../../shared/text/joinWords';
import type { NativeSegment } from '../../../../../main/transcribe/native/nativeEvents';

/** Makes a segment whose tokens follow one another, half a second each. */
function segment(pieces: readonly (string | Buffer)[], from = 0, p = 0.9): NativeSegment {
  const tokens = pieces.map((piece, i) => ({
    id: i,
    text: Buffer.from(piece).toString('latin1'),
    t0: from + i / 2,
    t1: from + (i + 1) / 2,
    p,
    dtw: null,
  }));
  return { type: 'segment', window: 0, t0: from, t1: from + pieces.length / 2, noSpeech: 0, tokens };
}

const texts = (pieces: readonly (string | Buffer)[], language = 'en') =>
  joinTokens([segment(pieces)], language).map(({ text }) => text);

describe('joinTokens', () => {
  it('begins a word at a space and keeps punctuation with it', () => {
    expect(texts([' My', ' name', ' is', ' A', 'ig', 'ul', '.'])).toEqual(['My', 'name', 'is', 'Aigul.']);
  });

  it('begins a word with each segment, also without a space', () => {
    const words = joinTokens([segment([' Hello']), segment(['there', '.'], 1)], 'en');
    expect(words.map(({ text }) => text)).toEqual(['Hello', 'there.']);
  });

  it('gives a word the time from its first to its last token', () => {
    const [, word] = joinTokens([segment([' in', ' Ak', 't', 'obe', '.'])], 'en');
    expect(word).toMatchObject({ text: 'Aktobe.', start: 0.5, end: 2.5 });
  });

  it('puts a character together that two tokens share', () => {
    const bytes = Buffer.from(' Әсел');
    expect(texts([bytes.subarray(0, 2), bytes.subarray(2, 6), bytes.subarray(6)])).toEqual(['Әсел']);
  });

  it('puts a character together that two segments share', () => {
    const [a, b] = [Buffer.from('й').subarray(0, 1), Buffer.from('й').subarray(1)];
    expect(joinTokens([segment([' да', a]), segment([b])], 'ru').map(({ text }) => text)).toEqual([
      'да',
      'й',
    ]);
  });

  it('shows bytes that are no character as such', () => {
    expect(texts([' caf', Buffer.from([0xc3])])).toEqual(['caf\ufffd']);
  });

  it.each([
    [[' -', ' Yes', '.'], ['-Yes.']],
    [
      [' «', 'Да', '»', ' сказал'],
      ['«Да»', 'сказал'],
    ],
    [
      [' so', ' ...', ' well'],
      ['so...', 'well'],
    ],
    [[' ¿', 'Qué', '?'], ['¿Qué?']],
    [[' end', ' "'], ['end"']],
    [[' ', ' '], []],
    [[' ♪'], []],
  ])('lets no punctuation stand alone: %j', (pieces, words) => {
    expect(texts(pieces)).toEqual(words);
  });

  it.each([
    ['zh', ['我', '叫', '小', '明', '。'], ['我', '叫', '小明。']],
    ['ja', ['私', 'は', '学', '生', 'です', '。'], ['私', 'は', '学生', 'です。']],
    ['th', ['สวัสดี', 'ครับ'], ['สวัสดี', 'ครับ']],
  ])('splits %s, which has no spaces, by its dictionary', (language, pieces, words) => {
    expect(texts(pieces, language)).toEqual(words);
  });

  it('tells where no space stands before a word', () => {
    const segments = [
      segment(['他', '说', ' 「', '没', '事', '」']),
      segment(['然', '后', ' Zoom', ' 我'], 3),
    ];
    const words = joinTokens(segments, 'zh');
    expect(joinWords(words)).toBe('他说 「没事」然后 Zoom 我');
    expect(joinTokens([segment([' so', ' it']), segment(['goes'])], 'en').some(({ glued }) => glued)).toBe(
      false,
    );
  });

  it('shares the time of a token that holds two words of such a language', () => {
    const words = joinTokens([segment(['我叫'])], 'zh');
    expect(words).toMatchObject([
      { text: '我', start: 0, end: 0.25 },
      { text: '叫', start: 0.25, end: 0.5 },
    ]);
  });

  it('is as sure of a word as of its tokens', () => {
    expect(joinTokens([segment([' a', 'b'], 0, 0.25)], 'en')[0]?.confidence).toBeCloseTo(0.25);
  });

  it('says the same however the bytes are cut', () => {
    const text = ' Әсел бекова, Жаңа-Арқа! 名前 «да» — ok.';
    const whole = texts([text]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: Buffer.byteLength(text) - 1 })), (cuts) => {
        const bytes = Buffer.from(text);
        const ends = [...cuts.sort((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        expect(texts(pieces)).toEqual(whole);
      }),
    );
  });

  it('makes words without spaces from any bytes', () => {
    const token = fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), fc.constantFrom('en', 'zh'), (pieces, language) => {
        for (const word of texts(pieces, language)) expect(word).toMatch(/^\S+$/u);
      }),
    );
  });
});
