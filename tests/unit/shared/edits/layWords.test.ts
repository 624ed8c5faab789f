import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { layWords } from '../../../../shared/edits/layWords';
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
});
