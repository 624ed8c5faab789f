import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { correctWords } from '../../../../shared/edits/correctWords';
import { isTyped } from '../../../../shared/edits/isTyped';
import { layWords } from '../../../../shared/edits/layWords';
import { setEdge } from '../../../../shared/edits/setEdge';
import { saidWithin } from '../../../../shared/plan/boundaries';
import { isTimed, type Word } from '../../../../shared/model/word';

const TEXTS = ['One', 'two', 'three', 'four', 'five.'];
const media = {
  duration: 20,
  picture: null,
  tracks: [{ codec: 'flac', sampleRate: 48_000, channels: 1, layout: 'mono', bitDepth: 16, float: false }],
  track: 0,
};
const untimed = (): ProjectDocument => ({
  ...emptyDocument(),
  media,
  nextId: 9,
  words: TEXTS.map((text, i): Word => ({ id: `w${i}`, text, start: null, end: null })),
  entities: [{ id: 'e1', type: 'person', name: 'three', aliases: [], decision: 'withhold' }],
  mentions: [{ id: 'm1', entityId: 'e1', wordIds: ['w2'], span: null, drawn: false }],
});
const at = (start: number) => ({ start, end: start + 0.5, confidence: 0.9 });
const laid = (
  document: ProjectDocument,
  ...given: Parameters<typeof layWords> extends [unknown, ...infer R] ? R : never
) => {
  const result = layWords(document, ...given);
  const after = result.command ? applyCommand(document, result.command).document : document;
  expect(brokenInvariants(after)).toEqual([]);
  return { ...result, after };
};

describe('words that are laid on the recording', () => {
  it('get their times, their marks get spans, and one step takes all of it back', () => {
    const document = untimed();
    const { after, command, placed, unplaced, moved } = laid(document, 0, [1, 2, 3, 4, 5].map(at));
    expect({ placed, unplaced, moved }).toEqual({ placed: 5, unplaced: 0, moved: 0 });
    expect(after.words.map(({ start }) => start)).toEqual([1, 2, 3, 4, 5]);
    expect(after.mentions[0]?.span).toEqual({ from: 2.85, to: 3.65 });
    if (!command) throw new Error('nothing changed');
    const { inverse } = applyCommand(document, command);
    expect(applyCommand(after, inverse).document).toEqual(document);
  });

  it('are flagged without a place, keep their turn, and are masked as wide as what lies between their neighbours', () => {
    const { after, unplaced, open } = laid(untimed(), 0, [at(1), null, null, at(9), at(10)]);
    expect(unplaced).toBe(2);
    expect(after.words.map((word) => word.unplaced ?? false)).toEqual([false, true, true, false, false]);
    expect(after.words[2]?.within).toEqual({ from: 1.5, to: 9 });
    expect(after.mentions[0]?.span).toMatchObject({ from: 1.35, to: 9.15 });
    expect(open).toEqual([{ from: 1.5, to: 9 }]);
  });

  it('are masked with their neighbours where these leave no room, at both ends too', () => {
    const { after } = laid(untimed(), 0, [null, at(0.05), null, at(0.56), null]);
    const within = after.words.filter(isTimed).map(saidWithin);
    expect(within[2]).toEqual({ from: 0.05, to: 1.06 });
    expect(within[0]?.to).toBeGreaterThanOrEqual(0.55);
    expect(within[4]).toEqual({ from: 1.06, to: 20 });
  });

  it('stay in order, whatever times they are given', () => {
    const { after } = laid(untimed(), 0, [at(3), at(1), at(25), at(2), at(4)]);
    const starts = after.words.map(({ start }) => start ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('leave others alone, move nothing before or behind these, and tell which masks became narrower', () => {
    const whole = laid(untimed(), 0, [at(1), null, null, at(9), at(10)]).after;
    const { after, moved, narrower } = laid(whole, 1, [at(4), at(5)]);
    expect(moved).toBe(2);
    expect(after.words.filter((_, i) => i !== 1 && i !== 2)).toEqual(
      whole.words.filter((_, i) => i !== 1 && i !== 2),
    );
    expect(after.words[1]).toEqual({ id: 'w1', text: 'two', start: 4, end: 4.5, confidence: 0.9 });
    expect(narrower).toEqual([{ from: 4.85, to: 5.65 }]);
    const again = laid(after, 1, [at(4), at(5)]);
    expect(again).toMatchObject({ command: null, moved: 0, narrower: [] });
  });

  it('leave what was drawn by hand as it is', () => {
    const document = untimed();
    const drawn = { id: 'm2', entityId: 'e1', wordIds: ['w1'], span: { from: 2, to: 8 }, drawn: true };
    const { after } = laid({ ...document, mentions: [drawn] }, 0, [1, 2, 3, 4, 5].map(at));
    expect(after.mentions).toEqual([drawn]);
  });

  it('leave masked what a mark is for besides its words: deleted ones, and edges that were set', () => {
    const whole = laid(untimed(), 0, [1, 2, 3, 4, 5].map(at)).after;
    const named = {
      ...whole,
      mentions: [
        { id: 'm1', entityId: 'e1', wordIds: ['w2', 'w3'], span: { from: 2.85, to: 4.65 }, drawn: false },
      ],
    };
    const texts = ['One', 'two', 'three', 'five.'];
    const deletion = correctWords(
      named,
      0,
      5,
      texts.map((text, i) => ({ text, begins: i === 0 })),
    );
    if (!deletion) throw new Error('nothing was deleted');
    const deleted = applyCommand(named, deletion).document;
    expect(deleted.mentions[0]).toMatchObject({ wordIds: ['w2'], span: { from: 2.85, to: 4.65 } });
    const after = laid(deleted, 0, [1, 2, 3.1, 5].map(at));
    expect(after.after.mentions[0]?.span).toEqual({ from: 2.85, to: 4.65 });
    expect(after.narrower).toEqual([]);

    const edged = applyCommand(whole, setEdge(whole, 'm1', { to: 4.5 }).command).document;
    expect(laid(edged, 0, [1, 2, 2.9, 4, 5].map(at)).after.mentions[0]?.span).toEqual({
      from: 2.75,
      to: 4.5,
    });
  });

  it('stay a person’s where a person wrote them', () => {
    const heard = laid(untimed(), 0, [1, 2, 3, 4, 5].map(at)).after;
    const correction = correctWords(heard, 2, 1, [{ text: 'tree', begins: false }]);
    if (!correction) throw new Error('nothing was corrected');
    const corrected = applyCommand(heard, correction).document;
    const { after } = laid(corrected, 0, [at(1), at(2), at(3.1), null, at(5)]);
    expect(after.words.map((word) => isTyped(after, word))).toEqual([false, false, true, false, false]);
    expect(after.words[2]?.confidence).toBe(0.9);
  });

  it('are masked where they were found, also where their turn comes later', () => {
    const { after } = laid(untimed(), 0, [at(1), at(3), at(2), at(4), at(5)]);
    expect(after.mentions[0]?.span).toMatchObject({ from: 1.85 });
    expect(after.mentions[0]?.span?.to).toBeGreaterThanOrEqual(3);
  });

  it('leave room for what a stopped transcription is still to hear', () => {
    const settings = { model: { name: 'demo', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' };
    const windows = [
      { from: 0, to: 6 },
      { from: 6, to: 20 },
    ];
    const stopped = { ...untimed(), transcription: { settings, windows, finished: 1 } };
    const { after } = laid(stopped, 0, [at(1), at(2), at(3), null, null]);
    const last = after.words.at(-1);
    expect(last?.start).toBeLessThan(6);
    expect(last?.within).toEqual({ from: 3.5, to: 6 });
  });
});
