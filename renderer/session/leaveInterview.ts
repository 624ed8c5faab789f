import { isQueued, leaveBehind, stopWork } from './atWork';
import { call } from './calls/call';
import {
  askBeforeLeaving,
  interviewIn,
  isQuestionOpen,
  keepOpen,
  leavingIn,
  letGoOf,
  lockFile,
  startLeaving,
  type Leaving,
} from './stage';
import { store } from './store';

/** Makes what was typed a moment ago a change of the interview. */
export async function keepTyped(): Promise<void> {
  // A field keeps its content when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await interviewIn(store.getState().stage)?.keepTyped();
}

/**
 * Lets go of the interview and goes back to the start. If something is not saved, it asks first.
 * @returns true when the interview is left.
 */
export async function closeInterview(asLeaving: Leaving = 'close'): Promise<boolean> {
  const { stage: before } = store.getState();
  const interview = interviewIn(before);
  if (!interview) return true;
  // A question that is open already has the keyboard.
  if (!isQuestionOpen(before)) await keepTyped();
  store.setState(({ stage }) => ({ stage: startLeaving(stage, interview, asLeaving) }));
  const leaving = leavingIn(store.getState().stage) ?? asLeaving;
  try {
    await interview.saved();
  } catch {
    store.setState(({ stage }) => ({
      stage: askBeforeLeaving(stage, interview, leaving),
      screen: 'interview',
      asked: null,
    }));
    // The window may be about to close, and has to stay.
    await call('window.stay', {});
    return false;
  }
  const shown = interviewIn(store.getState().stage);
  // Something else left the interview meanwhile.
  if (shown !== interview) return shown === null;
  await letGo(leaving);
  return true;
}

/** Closes the interview and asks for its passphrase again. Its exports go on. */
export async function lock(): Promise<void> {
  store.setState(({ locks }) => ({ locks: locks + 1, dialog: null }));
  const interview = interviewIn(store.getState().stage);
  if (interview && (await closeInterview('lock'))) waitForPassphrase(interview.path);
}

/** Hides something whenever the app is locked. @returns a function that ends this. */
export const onLocking = (hide: () => void): (() => void) =>
  store.subscribe((now, before) => {
    if (now.locks !== before.locks) hide();
  });

/** Closes or locks the interview, and loses what is not saved. */
export async function loseUnsaved(): Promise<void> {
  const { stage } = store.getState();
  const interview = interviewIn(stage);
  const leaving = leavingIn(stage) ?? 'close';
  await letGo(leaving);
  if (interview && leaving === 'lock') waitForPassphrase(interview.path);
}

/** Keeps the interview open, as the answer to the question. */
export const stayInInterview = (): void => store.setState(({ stage }) => ({ stage: keepOpen(stage) }));

/** Goes back to the start, whatever is not saved, and closes the file unless something goes on with it. */
export async function letGo(leaving: Leaving): Promise<void> {
  const interview = interviewIn(store.getState().stage);
  // The place is known only while the interview is on the screen.
  const place = interview?.place;
  store.setState(({ stage }) => ({ stage: letGoOf(stage), screen: 'start', notes: [] }));
  if (!interview) return;
  const { project } = interview;
  const goesOn = leaving === 'lock' && leaveBehind(project);
  if (!goesOn) stopWork(project);
  await interview.close({
    keepOpen: goesOn || isQueued(project),
    follow: goesOn,
    ...(leaving === 'lock' && place && { place }),
  });
}

const waitForPassphrase = (path: string): void =>
  store.setState(({ stage }) => ({ stage: lockFile(stage, path) }));
