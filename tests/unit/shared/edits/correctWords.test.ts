import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { hiddenWords } from '../../../../shared/plan/hiddenWords';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { correctWords, type WrittenWord } from '../../../../shared/edits/correctWords';
import { linesOf } from '../../../../shared/text/lines';
import type { Word } from '../../../../shared/model/word';

/** Makes lines of words that last half a second each, with a tenth of a second behind each. */
function documentOf(...lines: string[]): ProjectDocument {
  const words: Word[] = [];
  for (const line of lines) {
    for (const [i, text] of line.split(' ').entries()) {
      const n = words.length;
      words.push({
        id: `w${n}`,
        text,
        start: 0.6 * n,
        end: 0.6 * n + 0.5,
        confidence: 0.5,
        ...(i === 0 && { paragraph: true }),
      });
    }
  }
  return { ...emptyDocument(), words, nextId: words.length };
}

const written = (...lines: string[]): WrittenWord[] =>
  lines.flatMap((line) => line.split(' ').map((text, i) => ({ text, begins: i === 0 })));

function corrected(
  document: ProjectDocument,
  first: number,
  count: number,
  lines: WrittenWord[],
): ProjectDocument {
  const command = correctWords(document, first, count, lines);
  if (!command) return document;
  const { document: after, inverse } = applyCommand(document, command);
  expect(brokenInvariants(after)).toEqual([]);
  expect({ ...applyCommand(after, inverse).document, nextId: 0 }).toEqual({ ...document, nextId: 0 });
  return after;
}

const readingOf = ({ words }: ProjectDocument): string[] =>
  linesOf(words).map(({ first, end }) =>
    words
      .slice(first, end)
      .map(({ text }) => text)
      .join(' '),
  );

describe('correctWords', () => {
  it('keeps the times of a word that stands for one other, and those around it', () => {
    const document = documentOf('we met at the markt in may');
    const after = corrected(document, 0, 7, written('we met at the market in may'));
    expect(after.words.map(({ start, end }) => [start, end])).toEqual(
      document.words.map(({ start, end }) => [start, end]),
    );
    expect(after.words[4]).toMatchObject({ id: 'w4', text: 'market' });
    expect(after.words[4]?.confidence).toBeUndefined();
    expect(after.words[5]).toEqual(document.words[5]);
  });

  it('shares the time of one word among several, and gives several to one', () => {
    const document = documentOf('he was inthe house');
    const split = corrected(document, 0, 4, written('he was in the house'));
    expect(split.words.slice(2, 4).map(({ start, end }) => [start, end])).toEqual([
      [1.2, expect.closeTo(1.4)],
      [expect.closeTo(1.4), 1.7],
    ]);
    const joined = corrected(split, 0, 5, written('he was inthe house'));
    expect(joined.words[2]).toMatchObject({ start: 1.2, end: 1.7 });
  });

  it('puts an inserted word between its neighbours', () => {
    const document = documentOf('one three');
    const after = corrected(document, 0, 2, written('one two three'));
    const [, two] = after.words;
    expect(two?.start).toBeGreaterThanOrEqual(0.5);
    expect(two?.end).toBeLessThanOrEqual(0.6);
  });

  it('leaves a line in its language', () => {
    const document = documentOf('we came home', 'biz eve geldik');
    const words = document.words.map((word, i) => (i < 3 ? word : { ...word, language: 'tr' }));
    const after = corrected(
      { ...document, words },
      0,
      6,
      written('we came right home', 'biz geri geldik artık'),
    );
    const spoken = after.words.map(({ language }) => language ?? 'en');
    expect(spoken).toEqual([...Array<string>(4).fill('en'), ...Array<string>(4).fill('tr')]);
  });

  it('changes no times by splitting or merging lines', () => {
    const document = documentOf('one two three four');
    const split = corrected(document, 0, 4, written('one two', 'three four'));
    expect(readingOf(split)).toEqual(['one two', 'three four']);
    const merged = corrected(split, 0, 4, written('one two three four'));
    expect(merged.words).toEqual(document.words);
  });

  it('makes a line that is merged into another one its speaker’s', () => {
    let document = documentOf('one two', 'three four');
    document = {
      ...document,
      speakers: [
        { id: 's1', name: 'Journalist A' },
        { id: 's2', name: 'Journalist B' },
      ],
      words: document.words.map((word, i) => ({ ...word, speaker: i < 2 ? 's1' : 's2' })),
    };
    const after = corrected(document, 0, 4, written('one two three four'));
    expect(after.words.map(({ speaker }) => speaker)).toEqual(['s1', 's1', 's1', 's1']);
  });

  it('withholds what was put in place of withheld words, and leaves the span as it is', () => {
    let document = documentOf('we saw Mira Oten there');
    document = applyCommand(document, makeMarks(document, [{ text: 'Mira Oten' }]).command as never).document;
    const before = document.mentions[0];
    const after = corrected(document, 0, 5, written('we saw Mira van der Oten there'));
    expect(after.mentions[0]?.span).toEqual(before?.span);
    const [run] = buildPlan(after).runs;
    expect(run && after.words.slice(run.first, run.last + 1).map(({ text }) => text)).toEqual([
      'Mira',
      'van',
      'der',
      'Oten',
    ]);
  });

  it.each([
    ['in the middle of the pause', { from: 2, to: 3 }],
    ['from its beginning on', { from: 0.5, to: 3 }],
    ['up to its end', { from: 2, to: 5 }],
    ['in all of it', { from: 0.5, to: 5 }],
  ])('publishes what is put in where sound without words is withheld: it lies %s', (_where, span) => {
    const bare = documentOf('before behind');
    const [before, behind] = bare.words;
    if (!before || !behind) throw new Error('there are two words');
    const words = [before, { ...behind, start: 5, end: 5.5 }];
    const { command } = makeMarks({ ...bare, words }, [span]);
    if (!command) throw new Error('there is nothing to mark');
    const { document } = applyCommand({ ...bare, words }, command);
    expect(hiddenWords(document).size).toBe(0);
    const after = corrected(document, 0, 2, written('before new words behind'));
    expect([...hiddenWords(after)]).toEqual([]);
    expect(buildPlan(after).spans).toEqual(buildPlan(document).spans);
    // The same is typed in two steps.
    const first = corrected(document, 0, 2, written('before new behind'));
    expect([...hiddenWords(corrected(first, 0, 3, written('before new words behind')))]).toEqual([]);
  });

  it('keeps a span whose words were deleted', () => {
    let document = documentOf('we saw Mira there');
    document = applyCommand(document, makeMarks(document, [{ text: 'Mira' }]).command as never).document;
    const after = corrected(document, 0, 4, written('we saw there'));
    expect(after.mentions[0]).toMatchObject({ wordIds: [], span: document.mentions[0]?.span });
  });

  it('forgets a mark without times when its words are gone', () => {
    let document = documentOf('we saw Mira there');
    document = { ...document, words: document.words.map((word) => ({ ...word, start: null, end: null })) };
    document = applyCommand(document, makeMarks(document, [{ text: 'Mira' }]).command as never).document;
    expect(corrected(document, 0, 4, written('we saw there')).mentions).toEqual([]);
  });

  it('reads as it was typed, whatever that is, and never uncovers a moment', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'Mira', 'Oten'), { minLength: 1, maxLength: 6 });
    const lines = fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((words) => words.join(' ')));
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        let document = documentOf(...old);
        const { command } = makeMarks(document, [{ text: 'Mira' }, { text: 'Oten b' }]);
        if (command) document = applyCommand(document, command).document;
        const after = corrected(document, 0, document.words.length, written(...now));
        expect(readingOf(after)).toEqual(now);
        expect(buildPlan(after).spans).toEqual(buildPlan(document).spans);
        for (const { start, end } of after.words) expect(start).toBeLessThan(end ?? NaN);
      }),
    );
  });
});
