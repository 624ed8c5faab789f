import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../shared/model/word';
import { speakerVoices } from '../../../../shared/plan/speakerVoices';

/** Words of one second each, of a speaker in a turn; a turn of another lies between. */
function turns(...seconds: { length: number; unsure?: true }[]): Word[] {
  const words: Word[] = [];
  const say = (speaker: string, more: Partial<Word>) => {
    const start = words.length;
    words.push({ id: `w${start}`, text: 'word', start, end: start + 1, speaker, ...more });
  };
  for (const { length, unsure } of seconds) {
    for (let i = 0; i < length; i++) say('s1', unsure ? { proposed: true, unsure } : {});
    say('s2', {});
  }
  return words;
}
const sample = (...seconds: { length: number; unsure?: true }[]) =>
  speakerVoices(turns(...seconds)).get('s1')?.sample;

describe('the sample of a voice', () => {
  it('is the longest turn, up to eight seconds', () => {
    expect(sample({ length: 2 }, { length: 4 }, { length: 3 })).toEqual({ from: 3, to: 7 });
    expect(sample({ length: 12 })).toEqual({ from: 0, to: 8 });
  });

  it('is of words that are surely theirs, however short, where there are any', () => {
    expect(sample({ length: 5, unsure: true }, { length: 2 })).toEqual({ from: 6, to: 8 });
    expect(sample({ length: 2 }, { length: 5, unsure: true })).toEqual({ from: 0, to: 2 });
    expect(sample({ length: 5, unsure: true }, { length: 2 }, { length: 3 })).toEqual({ from: 9, to: 12 });
  });

  it('is the longest of the others where there are none', () => {
    expect(sample({ length: 2, unsure: true }, { length: 4, unsure: true })).toEqual({ from: 3, to: 7 });
  });

  it('is none without times', () => {
    const words = turns({ length: 2 }).map((word) => ({ ...word, start: null, end: null }));
    expect(speakerVoices(words).get('s1')?.sample).toBeNull();
  });
});
