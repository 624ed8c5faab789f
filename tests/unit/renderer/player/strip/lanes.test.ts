import { describe, expect, it } from 'vitest';
import {
  asSeen,
  boxes,
  lengthTold,
  turnsOf,
  untranscribed,
} from '../../../../../renderer/player/strip/lanes';
import { emptyDocument } from '../../../../../shared/document/document';
import type { Media } from '../../../../../shared/model/media';
import type { Word } from '../../../../../shared/model/word';
import { secondsOf } from '../../../../../shared/model/spans';

const word = (start: number | null, end: number | null, speaker?: string): Word => ({
  id: `w${start}`,
  text: 'word',
  start,
  end,
  ...(speaker !== undefined && { speaker }),
});
const SPEAKERS = [
  { id: 's1', name: 'One' },
  { id: 's2', name: 'Two' },
];
const media: Media = { duration: 100, picture: null, tracks: [], track: 0 };

describe('the lanes of a recording', () => {
  it('join what one speaker says, over short pauses, and number speakers as the margin does', () => {
    const words = [word(0, 1, 's1'), word(1.5, 2, 's1'), word(2, 3, 's2'), word(9, 10, 's2'), word(10, 11)];
    expect(turnsOf(words, SPEAKERS)).toEqual([
      { from: 0, to: 2, voice: 1 },
      { from: 2, to: 3, voice: 2 },
      { from: 9, to: 10, voice: 2 },
      { from: 10, to: 11, voice: 0 },
    ]);
  });

  it('know nothing of words without times', () => {
    expect(turnsOf([word(null, null, 's1')], SPEAKERS)).toEqual([]);
  });

  it('begin a turn anew where a word is said earlier than the one before it', () => {
    expect(turnsOf([word(20, 21, 's1'), word(3, 4, 's1')], SPEAKERS)).toHaveLength(2);
  });

  it('tell what has no words: all of it before it is transcribed', () => {
    expect(untranscribed({ words: [], transcription: null, media }, [])).toEqual([{ from: 0, to: 100 }]);
  });

  it('tell what has no words: pauses that were skipped, speech that is missed, and all behind what is finished', () => {
    const transcription = {
      settings: { model: { name: 'm', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' },
      windows: [
        { from: 0, to: 30 },
        { from: 30, to: 60 },
        { from: 60, to: 100 },
      ],
      finished: 2,
      skipped: [{ from: 5, to: 9 }],
    };
    const words = [word(0, 1)];
    expect(untranscribed({ words, transcription, media }, [{ from: 8, to: 12 }])).toEqual([
      { from: 5, to: 12 },
      { from: 60, to: 100 },
    ]);
    expect(untranscribed({ words, transcription: { ...transcription, finished: 3 }, media }, [])).toEqual([
      { from: 5, to: 9 },
    ]);
  });

  it('have nothing to tell without a recording', () => {
    expect(untranscribed(emptyDocument(), [])).toEqual([]);
  });

  it('have no more boxes than pixels, however many places there are, and tell how much of the time is theirs', () => {
    const hours = 4 * 3600;
    const places = Array.from({ length: 20_000 }, (_, i) => ({
      from: (i * hours) / 20_000,
      to: (i * hours) / 20_000 + 0.18,
    }));
    const seen = asSeen(places, hours);
    expect(seen.length).toBeLessThanOrEqual(2400);
    for (const { share } of seen) expect(share).toBeCloseTo(0.25, 1);
    expect(
      asSeen(
        [places[9], places[0]].flatMap((one) => one ?? []),
        10,
      ),
    ).toMatchObject([{ from: 0, share: 1 }, { share: 1 }]);
    // Spans that touch make one whole.
    const whole = asSeen(
      [
        { from: 0, to: 5 },
        { from: 5, to: 9 },
        { from: 8, to: 10 },
      ],
      100,
    );
    expect(secondsOf(whole)).toBe(10);
    expect(whole.every(({ share }) => share === 1)).toBe(true);
  });

  it('are drawn in seconds from left to right, lower where little of the time is theirs, and never too low', () => {
    expect(boxes([{ from: 1.006, to: 2, share: 1 }], [3, 9])).toBe('M1.01 3H2V9H1.01Z');
    expect(boxes([{ from: 1, to: 2, share: 0.5 }], [0, 10])).toBe('M1 5H2V10H1Z');
    expect(boxes([{ from: 1, to: 2, share: 0.001 }], [0, 10])).toBe('M1 6.5H2V10H1Z');
    expect(
      secondsOf([
        { from: 1, to: 3 },
        { from: 4, to: 4.5 },
      ]),
    ).toBe(2.5);
  });

  it('are never told to last no time', () => {
    expect(lengthTold([{ from: 1, to: 1.4 }])).toBe('0:01');
    expect(
      lengthTold([
        { from: 0.1, to: 0.3 },
        { from: 1.1, to: 4.9 },
      ]),
    ).toBe('0:04');
    expect(lengthTold([{ from: 0, to: 3599.2 }])).toBe('1:00:00');
  });
});
