import { create } from 'zustand';
import { settingsSchema, type Settings } from '../../shared/contract/windowApi';
import { call } from './call';
import { Interview } from './Interview';

export type Tab = 'transcript' | 'identities' | 'review' | 'published' | 'export';

export interface AppState {
  screen: 'start' | 'queue' | 'interview';
  interview: Interview | null;
  tab: Tab;
  /** The file that was locked and waits for its passphrase. */
  locked: string | null;
  /** A project file that the system, or a drop, asks to open. */
  asked: string | null;
  /** A recording or transcript that was dropped. */
  dropped: string | null;
  /** The word that the transcript is to show when it is next on the screen. */
  goTo: string | null;
  settings: Settings;
  dialog: 'keys' | 'settings' | null;
}

export const useApp = create<AppState>(() => ({
  screen: 'start',
  interview: null,
  tab: 'transcript',
  locked: null,
  asked: null,
  dropped: null,
  goTo: null,
  settings: settingsSchema.parse({}),
  dialog: null,
}));

const paths = new WeakMap<Interview, string>();

/** The file of an interview that was shown. */
export const pathOf = (interview: Interview): string | null => paths.get(interview) ?? null;

/** Projects that are worked on whatever is shown. Their interview leaves them open; who adds one closes it. */
export const worked = new Set<string>();

/** Shows a project that `project.open` or `project.create` has opened, in place of the one that is shown. */
export async function showInterview(project: string, path: string): Promise<void> {
  const interview = await Interview.load(project, nameOf(path));
  paths.set(interview, path);
  await closeInterview();
  useApp.setState({ screen: 'interview', interview, tab: 'transcript', locked: null, asked: null });
}

/** Lets go of the interview that is shown and goes back to the start. */
export async function closeInterview(): Promise<void> {
  const { interview } = useApp.getState();
  if (!interview) return;
  // A field keeps what is in it when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const finish of [...beforeClosing]) await finish();
  useApp.setState({ screen: 'start', interview: null });
  await interview.close({ keepOpen: worked.has(interview.project) });
}

/** Closes the interview and asks for its passphrase again. */
export async function lock(): Promise<void> {
  const { interview } = useApp.getState();
  if (!interview) return;
  await closeInterview();
  useApp.setState({ locked: pathOf(interview) });
}

const beforeClosing = new Set<() => void | Promise<void>>();

/** Has something done before an interview is closed, such as keeping what was just typed. @returns what ends it. */
export function onClosing(finish: () => void | Promise<void>): () => void {
  beforeClosing.add(finish);
  return () => beforeClosing.delete(finish);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useApp.setState({ settings: await call('settings.set', change) });
}

/** `/a/b/Market square.withheld` → `Market square`. */
export const nameOf = (path: string): string =>
  (path.split(/[\\/]/u).at(-1) ?? path).replace(/\.withheld$/iu, '');
