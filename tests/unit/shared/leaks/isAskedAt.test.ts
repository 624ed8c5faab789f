import { describe, expect, it } from 'vitest';
import { isAskedAt } from '../../../../shared/leaks/isAskedAt';
import { ENTITY_TYPES } from '../../../../shared/model/entity';
import { LEAST_SCORES, QUESTION_LEVELS } from '../../../../shared/model/questionLevel';
import type { Suggestion } from '../../../../shared/model/suggestion';

const suggested = (score: number, more: Partial<Suggestion> = {}): Suggestion => ({
  ...{ type: 'person', text: 'Oten', start: 0, end: 1, why: 'a name', score },
  ...more,
});

describe('isAskedAt', () => {
  it('asks more at each level, by the score of a name', () => {
    const asked = (score: number) => QUESTION_LEVELS.filter((level) => isAskedAt(level, suggested(score)));
    expect(asked(LEAST_SCORES.fewer)).toEqual(QUESTION_LEVELS);
    expect(asked(LEAST_SCORES.balanced)).toEqual(['balanced', 'everything']);
    expect(asked(LEAST_SCORES.everything)).toEqual(['everything']);
    expect(asked(0)).toEqual([]);
  });

  it('always asks about numbers, addresses and what is left of something withheld', () => {
    for (const type of ENTITY_TYPES) {
      const isName = ['person', 'place', 'organisation', 'other'].includes(type);
      expect(isAskedAt('fewer', suggested(0, { type }))).toBe(!isName);
    }
    expect(isAskedAt('fewer', suggested(0, { type: 'other', detail: 'age' }))).toBe(true);
    const place = { kind: 'words', likeness: 'sound' } as const;
    const left = { ...place, entityId: 'e1', wordIds: ['w1'], time: null };
    expect(isAskedAt('fewer', suggested(0, { left }))).toBe(true);
  });
});
