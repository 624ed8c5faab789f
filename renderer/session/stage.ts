import type { Interview } from './interview/Interview';

/** The way in which an interview is left: it is closed, or it is locked and its passphrase asked for again. */
export type Leaving = 'close' | 'lock';

/** The state of the window's one interview. Only actions of this folder change it, by the functions below. */
export type Stage<I = Interview> =
  /** There is no interview. */
  | { is: 'none' }
  /** The interview was locked, and its file waits for the passphrase. */
  | { is: 'locked'; path: string }
  | { is: 'working'; interview: I }
  /** The interview is left as soon as all that was done is on the disk. Nothing can be typed meanwhile. */
  | { is: 'saving'; interview: I; leaving: Leaving; /** The question still stands. */ asked: boolean }
  /** Leaving the interview would lose what is not saved, so the person is asked. */
  | { is: 'asking'; interview: I; leaving: Leaving };

/** Gives the interview that is open, also while it is being left. */
export const interviewIn = <I>(stage: Stage<I>): I | null => ('interview' in stage ? stage.interview : null);

/** Tells how the interview is being left, from the request until it is done or given up. */
export const leavingIn = (stage: Stage<unknown>): Leaving | null =>
  'leaving' in stage ? stage.leaving : null;

/** Begins to leave, or goes on. Words that a lock has hidden stay hidden, whatever else is asked for meanwhile. */
export function startLeaving<I>(stage: Stage<I>, interview: I, leaving: Leaving): Stage<I> {
  if (interviewIn(stage) !== interview) return stage;
  const settled = leavingIn(stage) === 'lock' ? 'lock' : leaving;
  return { is: 'saving', interview, leaving: settled, asked: isQuestionOpen(stage) };
}

/** Tells whether the person is being asked to lose what is not saved. */
export const isQuestionOpen = (stage: Stage<unknown>): boolean =>
  stage.is === 'asking' || (stage.is === 'saving' && stage.asked);

/** Asks the person, since the file did not take all that was done. */
export function askBeforeLeaving<I>(stage: Stage<I>, interview: I, leaving: Leaving): Stage<I> {
  return interviewIn(stage) === interview ? { is: 'asking', interview, leaving } : stage;
}

/** Closes the question. An interview that is being saved at this moment is left all the same. */
export function keepOpen<I>(stage: Stage<I>): Stage<I> {
  if (stage.is === 'asking') return { is: 'working', interview: stage.interview };
  return stage.is === 'saving' ? { ...stage, asked: false } : stage;
}

/** Lets go of the interview; a file that is locked stays so. */
export const letGoOf = <I>(stage: Stage<I>): Stage<I> => ('interview' in stage ? { is: 'none' } : stage);

/** Has a file wait for its passphrase, unless an interview was opened meanwhile. */
export const lockFile = <I>(stage: Stage<I>, path: string): Stage<I> =>
  'interview' in stage ? stage : { is: 'locked', path };

/** Has no file wait for its passphrase any more. */
export const forgetLock = <I>(stage: Stage<I>): Stage<I> => (stage.is === 'locked' ? { is: 'none' } : stage);
