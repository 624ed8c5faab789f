import { call } from './calls/call';
import { closeInterview } from './leaveInterview';
import type { Tab, Target } from './Session';
import { forgetLock, interviewIn, lockFile } from './stage';
import { store } from './store';

/** Shows a part of the interview. */
export const goToTab = (tab: Tab): void => store.setState({ tab });

/** Shows a part of the interview, and one thing in it. */
export const goTo = (target: Target): void => store.setState({ tab: target.tab, target });

/** Shows a place in the transcript. */
export const goToWord = (wordId: string): void => goTo({ tab: 'transcript', wordId });

/** Notes that a tab shows its target. */
export const arrive = (tab: Tab): void =>
  store.setState(({ target }) => ({ target: target?.tab === tab ? null : target }));

/** Shows the interview again, from another screen. */
export const goToInterview = (): void =>
  store.setState(({ stage }) => ({ screen: interviewIn(stage) ? 'interview' : 'start' }));

/** Shows the queue; `fresh` forgets a file that was asked for before. */
export const goToQueue = ({ fresh = false } = {}): void =>
  store.setState({ screen: 'queue', ...(fresh && { asked: null }) });

export const goToStart = (): void => store.setState({ screen: 'start' });

/** Stops asking for a passphrase. */
export const forgetAsked = (): void =>
  store.setState(({ stage }) => ({ asked: null, stage: forgetLock(stage) }));

/** Asks for the passphrase of a project file. */
export const askToOpen = (path: string): void => store.setState({ asked: path, screen: 'start' });

/** Asks for the passphrase of a file that was found, in place of the one that was missing. */
export const askInstead = (path: string): void =>
  store.setState(({ asked, stage }) => (asked === null ? { stage: lockFile(stage, path) } : { asked: path }));

/** Lets the person choose a project file; its passphrase is asked for next. */
export async function chooseInterview(): Promise<void> {
  const { path } = await call('window.chooseFile', { kind: 'project' });
  if (path !== null) askToOpen(path);
}

/** Takes a file that was dropped. A project is opened; anything else is a recording or a transcript for a new one. */
export function takeFile(path: string): void {
  if (path === '') return;
  if (/\.withheld$/iu.test(path)) {
    askToOpen(path);
    return;
  }
  store.setState(({ dropped }) => ({ dropped: [...dropped, path] }));
  // What was done in the interview on the screen is kept, and the new one begins at the start.
  if (store.getState().screen === 'interview') void closeInterview();
}

/** Hands over the files that were dropped, and forgets them. */
export function takeDropped(): readonly string[] {
  const { dropped } = store.getState();
  if (dropped.length > 0) store.setState({ dropped: [] });
  return dropped;
}
