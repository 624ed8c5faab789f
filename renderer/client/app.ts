import { create } from 'zustand';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import { settingsSchema, type Settings } from '../../shared/contract/windowApi';
import { forgetWork, leaveBehind, stopWork, worked } from './atWork';
import { call } from './call';
import { Interview } from './Interview';

export type Tab = 'transcript' | 'identities' | 'review' | 'published' | 'export';

/** What of an export can be gone to. */
export type ExportField = 'title' | 'intro' | 'folder';

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
  /** What its import put right, left out or guessed, until that was read. */
  notes: readonly string[];
  /** The word that the transcript is to show when it is next on the screen. */
  goTo: string | null;
  /** The identity that is to be shown when they are next on the screen. */
  identity: string | null;
  /** What of the export is to get the keyboard when it is next on the screen. */
  field: ExportField | null;
  settings: Settings;
  /** Why they could not be kept. */
  settingsFailure: AppErrorShape | null;
  dialog: 'keys' | 'settings' | null;
  /** What went wrong where no screen tells of it. */
  trouble: AppErrorShape | null;
  /** What is being done, until all that was done before is on the disk: nothing can be typed meanwhile. */
  going: Leaving | null;
  /** What was asked for, and waits for an answer, as it would lose what is not saved. */
  leaving: Leaving | null;
}

type Leaving = 'close' | 'lock';

export const useApp = create<AppState>(() => ({
  screen: 'start',
  interview: null,
  tab: 'transcript',
  locked: null,
  asked: null,
  dropped: null,
  notes: [],
  goTo: null,
  identity: null,
  field: null,
  settings: settingsSchema.parse({}),
  settingsFailure: null,
  dialog: null,
  trouble: null,
  going: null,
  leaving: null,
}));

const paths = new WeakMap<Interview, string>();

/** The file of an interview that was shown. */
export const pathOf = (interview: Interview): string | null => paths.get(interview) ?? null;

let locks = 0;

/** How often the app was locked: to be noted before an interview is opened or made, which takes a while. */
export const locksSoFar = (): number => locks;

/**
 * Shows a project that `project.open` or `project.create` has opened, in place of the one that is shown.
 * @param noted what `locksSoFar` was before that. Locked since, it asks for the passphrase instead.
 * @param notes what its import tells.
 * @returns whether it is shown.
 */
export async function showInterview(
  project: string,
  path: string,
  noted: number,
  notes: readonly string[] = [],
): Promise<boolean> {
  if (await closeInterview()) {
    const shown = await show(project, path, noted);
    if (shown) useApp.setState({ notes });
    return shown;
  }
  await call('project.close', { project });
  return false;
}

/** Shows a copy of an interview in its place, which has what that could not save. */
export async function showCopy(of: Interview, project: string, path: string, noted: number): Promise<void> {
  const { interview } = useApp.getState();
  if (interview !== null && interview !== of) {
    await call('project.close', { project });
    return;
  }
  await letGo('close');
  await show(project, path, noted);
}

async function show(project: string, path: string, noted: number): Promise<boolean> {
  let interview: Interview;
  try {
    interview = await Interview.load(project, nameOf(path));
  } catch (error) {
    await call('project.close', { project });
    throw error;
  }
  if (locks !== noted) {
    useApp.setState({ screen: 'start', locked: path, asked: null });
    // The queue may have closed it already.
    await interview.close({ keepOpen: worked.has(project) }).catch(() => undefined);
    return false;
  }
  paths.set(interview, path);
  forgetWork(path);
  useApp.setState({ screen: 'interview', interview, tab: 'transcript', locked: null, asked: null });
  return true;
}

/** Makes what was typed a moment ago a change of the interview. */
export async function keepTyped(): Promise<void> {
  // A field keeps what is in it when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const finish of [...beforeClosing]) await finish();
}

/**
 * Lets go of the interview that is shown and goes back to the start. Where something is not saved, it asks first.
 * @returns whether it did.
 */
export async function closeInterview(leaving: Leaving = 'close'): Promise<boolean> {
  const { interview, leaving: asked } = useApp.getState();
  if (!interview) return true;
  // Where it asks already, what has the keyboard is the question.
  if (asked === null) await keepTyped();
  // Words that a lock has hidden stay hidden, whatever else is asked for before it is done.
  const now = useApp.getState();
  const going = now.going === 'lock' || now.leaving === 'lock' ? 'lock' : leaving;
  useApp.setState({ going });
  try {
    await interview.saved();
  } catch {
    useApp.setState({ going: null, leaving: going, screen: 'interview', asked: null });
    // The window may be about to close.
    await call('window.stay', {});
    return false;
  }
  const { interview: shown } = useApp.getState();
  // Somebody was quicker.
  if (shown !== interview) return shown === null;
  await letGo(going);
  return true;
}

const beforeLocking = new Set<() => void>();

/** Has something else hide what it shows, and close what it holds, whenever the app is locked. @returns what ends it. */
export function onLocking(hide: () => void): () => void {
  beforeLocking.add(hide);
  return () => beforeLocking.delete(hide);
}

/** Closes the interview and asks for its passphrase again. What is being exported of it goes on. */
export async function lock(): Promise<void> {
  locks++;
  useApp.setState({ dialog: null });
  for (const hide of [...beforeLocking]) hide();
  const { interview } = useApp.getState();
  if (interview && (await closeInterview('lock'))) useApp.setState({ locked: pathOf(interview) });
}

/** Closes the interview, or locks it, although what is not saved is lost. */
export async function loseUnsaved(): Promise<void> {
  const { interview, leaving } = useApp.getState();
  await letGo(leaving ?? 'close');
  if (interview && leaving === 'lock') useApp.setState({ locked: pathOf(interview) });
}

async function letGo(leaving: Leaving): Promise<void> {
  const { interview } = useApp.getState();
  useApp.setState({ screen: 'start', interview: null, notes: [], going: null, leaving: null });
  if (!interview) return;
  const { project } = interview;
  const goesOn = leaving === 'lock' && leaveBehind(project);
  if (!goesOn) stopWork(project);
  await interview.close({ keepOpen: goesOn || worked.has(project), follow: goesOn });
}

const beforeClosing = new Set<() => void | Promise<void>>();

/** Has something done before an interview is closed, such as keeping what was just typed. @returns what ends it. */
export function onClosing(finish: () => void | Promise<void>): () => void {
  beforeClosing.add(finish);
  return () => beforeClosing.delete(finish);
}

/** Settings hold at once; where they cannot be kept, until the app is closed. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useApp.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
  try {
    useApp.setState({ settings: await call('settings.set', change), settingsFailure: null });
  } catch (error) {
    useApp.setState({ settingsFailure: toAppErrorShape(error) });
  }
}

/** `/a/b/Market square.withheld` → `Market square`. */
export const nameOf = (path: string): string =>
  (path.split(/[\\/]/u).at(-1) ?? path).replace(/\.withheld$/iu, '');
