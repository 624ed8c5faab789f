import type { Interview } from './interview/Interview';

/** How an interview is left: it is closed, or locked, and then its passphrase is asked for again. */
export type Leaving = 'close' | 'lock';

/** What the window's one interview is at. Only actions of this folder change it, by the functions below. */
export type Stage<I = Interview> =
  /** There is none. */
  | { is: 'none' }
  /** It was locked: its file waits for the passphrase. */
  | { is: 'locked'; path: string }
  | { is: 'working'; interview: I }
  /** It is left as soon as all that was done is on the disk: nothing can be typed meanwhile. */
  | { is: 'saving'; interview: I; leaving: Leaving; /** The question still stands. */ asked: boolean }
  /** Leaving it would lose what is not saved: the person is asked. */
  | { is: 'asking'; interview: I; leaving: Leaving };

/** The interview that is open, also while it is being left. */
export const interviewIn = <I>(stage: Stage<I>): I | null => ('interview' in stage ? stage.interview : null);

/** How the interview is being left, from when that was asked for until it is done or given up. */
export const leavingIn = (stage: Stage<unknown>): Leaving | null =>
  'leaving' in stage ? stage.leaving : null;

/** Leaving begins, or goes on. Words that a lock has hidden stay hidden, whatever else is asked for before it is done. */
export function startLeaving<I>(stage: Stage<I>, interview: I, leaving: Leaving): Stage<I> {
  if (interviewIn(stage) !== interview) return stage;
  const settled = leavingIn(stage) === 'lock' ? 'lock' : leaving;
  return { is: 'saving', interview, leaving: settled, asked: isQuestionOpen(stage) };
}

/** The person is asked whether to lose what is not saved. */
export const isQuestionOpen = (stage: Stage<unknown>): boolean =>
  stage.is === 'asking' || (stage.is === 'saving' && stage.asked);

/** The file did not take all of it. */
export function askBeforeLeaving<I>(stage: Stage<I>, interview: I, leaving: Leaving): Stage<I> {
  return interviewIn(stage) === interview ? { is: 'asking', interview, leaving } : stage;
}

/** The person keeps the interview open. What is being saved at this moment is still left when it is saved. */
export function keepOpen<I>(stage: Stage<I>): Stage<I> {
  if (stage.is === 'asking') return { is: 'working', interview: stage.interview };
  return stage.is === 'saving' ? { ...stage, asked: false } : stage;
}

/** The interview is gone; that of another file may be locked. */
export const letGoOf = <I>(stage: Stage<I>): Stage<I> => ('interview' in stage ? { is: 'none' } : stage);

/** A file waits for its passphrase, unless an interview was opened meanwhile. */
export const lockFile = <I>(stage: Stage<I>, path: string): Stage<I> =>
  'interview' in stage ? stage : { is: 'locked', path };

/** Nobody waits for a passphrase any more. */
export const forgetLock = <I>(stage: Stage<I>): Stage<I> => (stage.is === 'locked' ? { is: 'none' } : stage);
