import { describe, expect, it } from 'vitest';
import {
  askBeforeLeaving,
  forgetLock,
  interviewIn,
  isQuestionOpen,
  keepOpen,
  leavingIn,
  letGoOf,
  lockFile,
  startLeaving,
  type Leaving,
  type Stage as StageOf,
} from '../../../../renderer/session/stage';

/** Interviews are handed on and never looked into, so names stand for them. */
type Stage = StageOf<string>;
const [interview, another] = ['one interview', 'another interview'];
const none: Stage = { is: 'none' };
const locked: Stage = { is: 'locked', path: '/a.withheld' };
const working: Stage = { is: 'working', interview };
const saving = (leaving: Leaving, asked = false): Stage => ({ is: 'saving', interview, leaving, asked });
const asking = (leaving: Leaving): Stage => ({ is: 'asking', interview, leaving });
const ALL = [
  none,
  locked,
  working,
  ...(['close', 'lock'] as const).flatMap((way) => [saving(way), saving(way, true), asking(way)]),
];

describe('leaving an interview', () => {
  it('saves first, then lets go', () => {
    expect(startLeaving(working, interview, 'close')).toEqual(saving('close'));
    expect(letGoOf(saving('close'))).toEqual(none);
  });

  it('stays a lock, whatever else is asked for before it is done', () => {
    for (const stage of [saving('lock'), saving('lock', true), asking('lock')])
      expect(leavingIn(startLeaving(stage, interview, 'close'))).toBe('lock');
    for (const stage of [working, saving('close'), asking('close')])
      expect(leavingIn(startLeaving(stage, interview, 'lock'))).toBe('lock');
  });

  it('leaves a question open while it tries to save once more', () => {
    expect(ALL.filter((stage) => isQuestionOpen(startLeaving(stage, interview, 'close')))).toEqual(
      ALL.filter(isQuestionOpen),
    );
    expect(keepOpen(saving('close', true))).toEqual(saving('close'));
    expect(keepOpen(asking('lock'))).toEqual(working);
  });

  it('asks about the interview that could not be saved, and about no other', () => {
    expect(askBeforeLeaving(saving('close'), interview, 'close')).toEqual(asking('close'));
    for (const stage of ALL) {
      expect(askBeforeLeaving(stage, another, 'close')).toBe(stage);
      expect(startLeaving(stage, another, 'lock')).toBe(stage);
    }
  });
});

describe('a locked file', () => {
  it('waits for its passphrase, until that is given up', () => {
    expect(lockFile(none, '/a.withheld')).toEqual(locked);
    expect(lockFile(locked, '/b.withheld')).toEqual({ is: 'locked', path: '/b.withheld' });
    expect(forgetLock(locked)).toEqual(none);
    expect(letGoOf(locked)).toBe(locked);
  });

  it('takes no interview off the screen', () => {
    for (const stage of ALL.filter((one) => interviewIn(one) !== null)) {
      expect(lockFile(stage, '/b.withheld')).toBe(stage);
      expect(forgetLock(stage)).toBe(stage);
    }
  });
});
