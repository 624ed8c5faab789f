import { forgetWork, isQueued } from './atWork';
import { call } from './calls/call';
import { Interview } from './interview/Interview';
import { closeInterview, letGo } from './leaveInterview';
import type { Opening, Session } from './Session';
import { interviewIn, lockFile } from './stage';
import { store } from './store';

/** A project that `project.open`, `project.create` or the queue opened. */
export interface Opened {
  project: string;
  /** Sentences on what its import put right, left out or guessed. */
  notes?: readonly string[];
}

/** Shows what was opened. @returns true when it is shown. */
export type Show = (opened: Opened) => Promise<boolean>;

/**
 * Opens an interview in place of the open one.
 * @param open opens or makes the file, and hands it to `show`. If the app is locked in between, the passphrase of the
 * file is asked for instead.
 */
export const openInterview = <T>(path: string, open: (show: Show) => Promise<T>): Promise<T> =>
  whileOpening(path, (opening) =>
    open(async ({ project, notes = [] }) => {
      if (await closeInterview()) {
        const shown = await show(opening, project);
        if (shown) store.setState({ notes });
        return shown;
      }
      await call('project.close', { project });
      return false;
    }),
  );

/** Opens a copy of an interview in its place. The copy holds what the interview could not save. */
export const openCopy = (of: Interview, path: string, save: () => Promise<string>): Promise<void> =>
  whileOpening(path, async (opening) => {
    const project = await save();
    const interview = interviewIn(store.getState().stage);
    if (interview !== null && interview !== of) {
      await call('project.close', { project });
      return;
    }
    await letGo('close');
    await show(opening, project);
  });

/** Tells whether a file is being opened or made. */
export const isOpening =
  (path: string) =>
  ({ openings }: Session): boolean =>
    openings.some((one) => one.path === path);

async function whileOpening<T>(path: string, open: (opening: Opening) => Promise<T>): Promise<T> {
  const opening = { path, locks: store.getState().locks };
  store.setState(({ openings }) => ({ openings: [...openings, opening] }));
  try {
    return await open(opening);
  } finally {
    store.setState(({ openings }) => ({ openings: openings.filter((one) => one !== opening) }));
  }
}

async function show({ path, locks }: Opening, project: string): Promise<boolean> {
  let interview: Interview;
  try {
    interview = await Interview.load(project, path);
  } catch (error) {
    await call('project.close', { project });
    throw error;
  }
  if (store.getState().locks !== locks) {
    store.setState(({ stage }) => ({
      stage: lockFile(stage, path),
      screen: 'start',
      // If another interview was opened meanwhile, this one is asked for beside it.
      asked: interviewIn(stage) ? path : null,
    }));
    // The queue may have closed it already.
    await interview.close({ keepOpen: isQueued(project), place: interview.place }).catch(() => undefined);
    return false;
  }
  forgetWork(path);
  store.setState({
    stage: { is: 'working', interview },
    screen: 'interview',
    tab: 'transcript',
    asked: null,
  });
  return true;
}
