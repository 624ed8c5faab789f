import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speechSpans } from '../../../../main/speech/speechSpans';
import { FRAME_SECONDS } from '../../../../main/speech/speechScores';
import { insertWords } from '../../../../main/transcribe/transcribeStretch';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import type { Span } from '../../../../shared/model/entity';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { publishSpeech } from '../../../../shared/edits/publishSpeech';
import { mergeSpans } from '../../../../shared/plan/boundaries';
import { speechWithoutWords } from '../../../../shared/plan/speechWithoutWords';
import type { Word } from '../../../../shared/model/word';

const media: ProjectDocument['media'] = {
  duration: 60,
  picture: null,
  tracks: [{ codec: 'flac', sampleRate: 16000, channels: 1, layout: 'mono', bitDepth: 16, float: false }],
  track: 0,
};
/** Makes words of half a second each, one after another, from 1 s on. */
const said = (text: string): Word[] =>
  text.split(' ').map((one, i) => ({ id: `w${i}`, text: one, start: 1 + i / 2, end: 1.5 + i / 2 }));
const TEXT = 'we went there by train and stayed for two days';
const documentOf = (words: Word[], speech: Span[] | null = [{ from: 0.9, to: 6.2 }]): ProjectDocument => ({
  ...emptyDocument(),
  nextId: 100,
  media,
  words,
  speech,
});
const hole = (first: number, count: number) => said(TEXT).toSpliced(first, count);

describe('speech without words', () => {
  test('is nothing where every word stands, and nothing is known before somebody has listened', () => {
    expect(speechWithoutWords(documentOf(said(TEXT)))).toEqual([]);
    expect(speechWithoutWords(documentOf([], null))).toEqual([]);
  });

  test('is where words were lost, wherever in the transcript, and everywhere without a transcript', () => {
    expect(speechWithoutWords(documentOf(hole(4, 2)))).toEqual([{ from: 3, to: 4 }]);
    expect(speechWithoutWords(documentOf(hole(0, 2)))).toEqual([{ from: 0.9, to: 2 }]);
    expect(speechWithoutWords(documentOf(hole(8, 2)))).toEqual([{ from: 5, to: 6.2 }]);
    expect(speechWithoutWords(documentOf([]))).toEqual([{ from: 0.9, to: 6.2 }]);
  });

  test('is not a short gap, nor a pause between two words', () => {
    expect(speechWithoutWords(documentOf(hole(4, 1)))).toEqual([]);
    const speech = [
      { from: 0.9, to: 3.1 },
      { from: 3.9, to: 6.2 },
    ];
    expect(speechWithoutWords(documentOf(hole(4, 2), speech))).toEqual([]);
  });

  test('reaches over a short pause, when both sides together are long enough', () => {
    const speech = [
      { from: 10, to: 10.4 },
      { from: 10.9, to: 11.3 },
      { from: 20, to: 20.4 },
    ];
    expect(speechWithoutWords(documentOf(said(TEXT), speech))).toEqual([{ from: 10, to: 11.3 }]);
  });

  test('hides neither in a word that lasts longer than any does, nor in a subtitle with too few words', () => {
    const long: Word[] = [{ id: 'a', text: 'yes', start: 1, end: 6 }];
    expect(speechWithoutWords(documentOf(long))).toEqual([{ from: 0.9, to: 6.2 }]);
    const within = { from: 0.9, to: 6.2 };
    const guessed = (text: string) => said(text).map((word) => ({ ...word, within }));
    expect(speechWithoutWords(documentOf(guessed('yes')))).toEqual([within]);
    // The words' times are a guess there, so there is no hole between them.
    expect(speechWithoutWords(documentOf(guessed('we stayed for two days')))).toEqual([]);
  });

  test('is covered by words without times, if there are enough of them', () => {
    const untimed = (text: string) => said(text).map((word) => ({ ...word, start: null, end: null }));
    expect(speechWithoutWords(documentOf(untimed(TEXT)))).toEqual([]);
    expect(speechWithoutWords(documentOf(untimed('yes')))).toHaveLength(1);
  });

  test('is decided by withholding it and by publishing it, and open again when that is taken back', () => {
    const document = documentOf(hole(4, 2));
    const stretches = speechWithoutWords(document);
    const [stretch] = stretches;
    const { command } = makeMarks(document, stretch ? [{ ...stretch, stretch: true }] : []);
    for (const decide of [command, publishSpeech(document, stretches)]) {
      if (!decide) throw new Error('nothing was decided');
      const { document: decided, inverse } = applyCommand(document, decide);
      expect(brokenInvariants(decided)).toEqual([]);
      expect(speechWithoutWords(decided)).toEqual([]);
      expect(speechWithoutWords(applyCommand(decided, inverse).document)).toEqual(stretches);
    }
    expect(publishSpeech(document, [])).toBeNull();
  });

  test('is what a document tells that is read for the first time, whatever was changed since', () => {
    const time = fc.double({ min: 0, max: 60, noNaN: true });
    const spans = fc.array(fc.tuple(time, time), { maxLength: 12 }).map((pairs) =>
      mergeSpans(
        pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 0.1 })),
        0,
      ),
    );
    const word = fc.record({
      at: time,
      length: fc.double({ min: 0.05, max: 3, noNaN: true }),
      whole: fc.boolean(),
    });
    const wordsOf = (drawn: { at: number; length: number; whole: boolean }[]): Word[] =>
      drawn.map(({ at, length, whole }, i) => ({
        ...{ id: `w${i}`, text: 'said', start: at, end: at + length },
        ...(whole && { within: { from: at, to: at + 2 * length } }),
      }));
    fc.assert(
      fc.property(
        spans,
        fc.array(fc.record({ words: fc.array(word, { maxLength: 20 }), marked: spans, decided: spans }), {
          minLength: 2,
          maxLength: 4,
        }),
        (speech, changes) => {
          let words: Word[] = [];
          for (const [i, { words: drawn, marked, decided }] of changes.entries()) {
            // A mark leaves the words alone; what is known of them is used again.
            if (i % 2 === 0) words = wordsOf(drawn);
            const document: ProjectDocument = {
              ...documentOf(words, speech),
              entities: [{ id: 'e1', type: 'other', name: '', aliases: [], decision: 'withhold' }],
              mentions: marked.map((span, k) => ({
                id: `m${k}`,
                entityId: 'e1',
                wordIds: [],
                span,
                drawn: true,
              })),
              wordless: decided.map((span, k) => ({ id: `h${k}`, span })),
            };
            expect(speechWithoutWords(document)).toEqual(speechWithoutWords(structuredClone(document)));
          }
        },
      ),
    );
  });

  test('is asked of another recording anew', () => {
    const document = documentOf(hole(4, 2));
    const change = { label: 'Other track', steps: [{ type: 'setMedia' as const, media }] };
    const { document: changed, inverse } = applyCommand(document, change);
    expect(changed.speech).toBeNull();
    expect(applyCommand(changed, inverse).document).toEqual(document);
  });
});

describe('words that are heard in a stretch', () => {
  const heard = (text: string, start: number, end: number) => ({
    text,
    start,
    end,
    confidence: 0.9,
    point: null,
  });

  test('stand in their place, without the neighbours that were heard with them', () => {
    const document = documentOf(hole(4, 2));
    const words = [
      heard('By', 2.95, 3.05),
      heard('train', 3.1, 3.5),
      heard('and', 3.5, 4),
      heard('stayed', 4.05, 4.3),
    ];
    const { command, count } = insertWords(document, { from: 3, to: 4 }, words);
    if (!command) throw new Error('nothing was put in');
    expect(count).toBe(2);
    const { document: whole, inverse } = applyCommand(document, command);
    expect(whole.words.map(({ text }) => text).join(' ')).toBe(TEXT);
    expect(brokenInvariants(whole)).toEqual([]);
    expect(speechWithoutWords(whole)).toEqual([]);
    expect(applyCommand(whole, inverse).document.words).toEqual(document.words);
  });

  test('are withheld where whoever speaks there is', () => {
    const words = hole(4, 6).map((word) => ({ ...word, speaker: 's1' }));
    const spoken = { ...documentOf(words), speakers: [{ id: 's1', name: 'Guest' }] };
    const mark = makeMarks(spoken, [{ speaker: 'Guest' }]).command;
    if (!mark) throw new Error('nothing was marked');
    const document = applyCommand(spoken, mark).document;
    const { command } = insertWords(document, { from: 3, to: 6 }, [
      heard('train', 3.1, 3.6),
      heard('today', 5.2, 5.9),
    ]);
    if (!command) throw new Error('nothing was put in');
    const { words: all, mentions } = applyCommand(document, command).document;
    expect(mentions.flatMap(({ wordIds }) => wordIds)).toEqual(all.map(({ id }) => id));
    expect(mentions[0]?.span?.to).toBeGreaterThanOrEqual(6.05);
  });

  test('change nothing where there are none', () => {
    const document = documentOf(hole(4, 2));
    expect(insertWords(document, { from: 3, to: 4 }, [])).toEqual({ command: null, count: 0 });
  });
});

test('speech begins with a sure score and lasts over unsure ones, but not over a pause', () => {
  const frames = (...parts: [number, number][]) =>
    Float32Array.from(
      parts.flatMap(([score, seconds]) => Array<number>(Math.round(seconds / FRAME_SECONDS)).fill(score)),
    );
  /** Returns the spans' edges in fifths of a second. */
  const rough = (spans: Span[]) =>
    spans.flatMap(({ from, to }) => [Math.round(5 * from), Math.round(5 * to)]);
  const sure = frames([0, 2], [0.9, 1], [0.2, 1], [0, 2]);
  expect(rough(speechSpans(sure, 6))).toEqual([10, 21]);
  expect(speechSpans(frames([0, 2], [0.2, 2], [0, 2]), 6)).toEqual([]);
  expect(speechSpans(frames([0, 2], [0.9, 0.05], [0, 2]), 4)).toEqual([]);
  expect(speechSpans(frames([0.9, 1], [0, 1], [0.9, 1]), 3)).toHaveLength(2);
  expect(rough(speechSpans(frames([0.9, 3]), 3))).toEqual([0, 15]);
});
