import { create } from 'zustand';
import type { Progress } from '../../shared/contract/envelope';
import { call } from './calls/call';

/** An export, or another look at one. It holds only what may be known to somebody who may not see the interview. */
export interface Work {
  project: string;
  /** The project file. */
  path: string;
  kind: 'export' | 'verify';
  progress: Progress | null;
  /** True when its interview was locked meanwhile. The work then goes on and ends behind the lock. */
  behind: boolean;
  stop: () => void;
}

interface AtWork {
  works: readonly Work[];
  /** The outcome of what last ended behind a lock, by file. Its sentences tell nothing of the interview. */
  came: ReadonlyMap<string, string>;
  /**
   * Projects that the queue works on, whatever is shown. Their interview leaves them open, and the queue closes them.
   */
  queued: ReadonlySet<string>;
}

export const useAtWork = create<AtWork>(() => ({ works: [], came: new Map(), queued: new Set() }));

/** Makes work known. @returns functions that tell how far it is, and the outcome at its end: null for none. */
export function startWork(given: Pick<Work, 'project' | 'path' | 'kind' | 'stop'>) {
  const { project, path } = given;
  const work: Work = { ...given, progress: null, behind: false };
  const isIt = ({ stop }: Work) => stop === given.stop;
  useAtWork.setState(({ works }) => ({ works: [...works, work] }));
  return {
    tell: (progress: Progress) =>
      useAtWork.setState(({ works }) => ({
        works: works.map((one) => (isIt(one) ? { ...one, progress } : one)),
      })),
    end: async (told: string | null) => {
      const behind = useAtWork.getState().works.find(isIt)?.behind ?? false;
      // The queue closes the projects that it works on.
      if (behind && !isQueued(project)) await call('project.close', { project }).catch(() => undefined);
      useAtWork.setState(({ works, came }) => ({
        works: works.filter((one) => !isIt(one)),
        came: behind && told !== null ? new Map([...came, [path, told]]) : came,
      }));
    },
  };
}

/** Lets the work on a project go on while the project is locked. @returns true when there is any. */
export function leaveBehind(project: string): boolean {
  useAtWork.setState(({ works }) => ({
    works: works.map((one) => (one.project === project ? { ...one, behind: true } : one)),
  }));
  return isLeftBehind(project);
}

export const isLeftBehind = (project: string): boolean =>
  useAtWork.getState().works.some((one) => one.project === project && one.behind);

/** Stops the work on a project. */
export function stopWork(project: string): void {
  for (const one of useAtWork.getState().works) if (one.project === project) one.stop();
}

/** Forgets the outcome of a file's work, since it was read or is not true any more. */
export function forgetWork(path: string): void {
  useAtWork.setState(({ came }) => ({ came: new Map([...came].filter(([of]) => of !== path)) }));
}

/** Finds the work that goes on behind the lock of a file. */
export const workBehind = (path: string) => (state: AtWork) =>
  state.works.find((one) => one.path === path && one.behind);

/** Notes that the queue works on a project from now on. */
export const holdForQueue = (project: string): void =>
  useAtWork.setState(({ queued }) => ({ queued: new Set([...queued, project]) }));

/** Notes that the queue does not work on a project any more. */
export const releaseFromQueue = (project: string): void =>
  useAtWork.setState(({ queued }) => ({ queued: new Set([...queued].filter((one) => one !== project)) }));

export const isQueued = (project: string): boolean => useAtWork.getState().queued.has(project);
