import { create } from 'zustand';
import type { Progress } from '../../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import type { Command } from '../../../shared/document/commands';
import { joinWords } from '../../../shared/text/joinWords';
import { holdForQueue, isLeftBehind, releaseFromQueue } from '../atWork';
import { call, onEvent } from '../calls/call';
import { askToOpen, goToInterview } from '../go';
import { nameOf } from '../interview/nameOf';
import { onLocking } from '../leaveInterview';
import { openInterview } from '../openInterview';
import { spoken } from '../spoken';
import { onSession, openInterviewOf, sessionNow } from '../useSession';

/** The settings of the recogniser. */
export interface TranscriptionChoice {
  /** A model's name or file; empty while none is chosen. */
  model: string;
  /** A code such as `en`, several with commas between them, or `auto`. */
  language: string;
  /** Names and words to expect. */
  prompt: string;
}

/** A recording on its way to a transcript. */
export interface QueueItem {
  id: string;
  name: string;
  /** The project file. */
  path: string;
  /** The recording to import into it, or its pieces; null once that is done. */
  files: readonly string[] | null;
  /** True to take what is there of a recording whose end is missing. */
  incomplete: boolean;
  /** The project's handle, as long as it is open. */
  project: string | null;
  /** The passphrase of a file that is still to be made; null once it is made, or after a lock has forgotten it. */
  passphrase: string | null;
  choice: TranscriptionChoice;
  state: 'waiting' | 'importing' | 'transcribing' | 'done' | 'failed' | 'cancelled';
  /** True while a cancel is on its way. */
  stopping: boolean;
  /** True when the app was locked while it ran or waited. It shows no words, and its file is closed when it ends. */
  locked: boolean;
  progress: Progress | null;
  error: AppErrorShape | null;
  /** Sentences on what its import put right, left out or guessed. */
  notes: readonly string[];
  /** The words that were recognised last. */
  recognised: string;
  /** Number of all words, once it is done. */
  words: number | null;
}

interface Queue {
  items: readonly QueueItem[];
  /** The item whose turn it is. */
  running: { id: string; stop: AbortController; ended: Promise<void> } | null;
}

/**
 * All transcriptions, one after another: those of the queue's screen and those begun in an interview. They go on
 * whatever is on the screen.
 */
export const useQueue = create<Queue>(() => ({ items: [], running: null }));

export const isActive = ({ state }: QueueItem): boolean =>
  state === 'waiting' || state === 'importing' || state === 'transcribing';

export interface NewRecording {
  /** The file of the recording, or the pieces in which a camera wrote it. */
  files: readonly string[];
  path: string;
}

/** Puts recordings into the queue, each for a project file of its own. */
export function enqueueRecordings(
  recordings: readonly NewRecording[],
  passphrase: string,
  choice: TranscriptionChoice,
): void {
  add(recordings.map(({ files, path }) => ({ ...newItem(path, choice), files, passphrase })));
}

/** Queues a project that is open, to begin or go on with its transcription. */
export function enqueueProject(project: string, path: string, choice: TranscriptionChoice): void {
  add([{ ...newItem(path, choice), project }]);
}

function newItem(path: string, choice: TranscriptionChoice): QueueItem {
  return {
    id: crypto.randomUUID(),
    name: nameOf(path),
    path,
    files: null,
    incomplete: false,
    project: null,
    passphrase: null,
    choice,
    state: 'waiting',
    stopping: false,
    locked: false,
    progress: null,
    error: null,
    notes: [],
    recognised: '',
    words: null,
  };
}

function add(items: readonly QueueItem[]): void {
  const paths = new Set(items.map(({ path }) => path));
  const others = useQueue.getState().items.filter((item) => isActive(item) || !paths.has(item.path));
  useQueue.setState({ items: [...others, ...items] });
  for (const { project } of items) if (project !== null) holdForQueue(project);
  work();
}

/** Ends an item, within two seconds where it runs. What was recognised is kept. */
export function cancelItem(id: string): void {
  const { running } = useQueue.getState();
  if (running?.id === id) {
    change(id, { stopping: true });
    running.stop.abort();
  } else if (itemOf(id)?.state === 'waiting') {
    change(id, { state: 'cancelled' });
    settle(id);
  }
}

/**
 * Gives an item that was cancelled, or failed, another turn.
 * @param incomplete takes what is there of a recording whose end is missing.
 */
export function resumeItem(id: string, incomplete = false): void {
  const item = itemOf(id);
  if (!item || isActive(item) || !canResume(item)) return;
  if (item.project !== null) holdForQueue(item.project);
  const { stage } = sessionNow();
  // A lock that waits for a slow disk has already gone through the other items.
  const locked = stage.is === 'saving' && stage.leaving === 'lock';
  change(id, { state: 'waiting', error: null, incomplete, locked });
  work();
}

/** Tells whether an item can go on without its passphrase being asked for again. */
export const canResume = ({ project, passphrase }: QueueItem): boolean =>
  project !== null || passphrase !== null;

/** Takes an item from the list; its file stays. */
export function removeItem(id: string): void {
  cancelItem(id);
  const item = itemOf(id);
  useQueue.setState(({ items }) => ({ items: items.filter((one) => one.id !== id) }));
  if (item && useQueue.getState().running?.id !== id) void letGo(item);
}

/** Shows the interview of an item. If its file was closed meanwhile, its passphrase is asked for. */
export async function openItem({ project, path }: QueueItem): Promise<void> {
  if (project === null) askToOpen(path);
  else if (isShown(project)) goToInterview();
  else await openInterview(path, (show) => show({ project }));
}

/** Ends the queue's work on a file, so that it can be opened anew. */
export async function freeFile(path: string): Promise<void> {
  const item = useQueue.getState().items.find((one) => one.path === path);
  if (!item) return;
  cancelItem(item.id);
  const { running } = useQueue.getState();
  if (running?.id === item.id) await running.ended;
  const ended = itemOf(item.id);
  if (ended) await letGo(ended);
}

/** Finds the item that works on a file, or waits for it. */
export const activeAt =
  (path: string | null) =>
  ({ items }: Queue) =>
    items.find((item) => item.path === path && isActive(item));

const itemOf = (id: string) => useQueue.getState().items.find((item) => item.id === id);
const isShown = (project: string) => openInterviewOf(sessionNow())?.project === project;

function change(id: string, changes: Partial<QueueItem>): void {
  useQueue.setState(({ items }) => ({
    items: items.map((item) => (item.id === id ? { ...item, ...changes } : item)),
  }));
}

/** Gives the next item its turn, if none has it. */
function work(): void {
  const { running, items } = useQueue.getState();
  const next = running ? undefined : items.find(({ state }) => state === 'waiting');
  if (!next) return;
  const stop = new AbortController();
  const ended = run(next, stop.signal).finally(() => {
    useQueue.setState({ running: null });
    work();
  });
  useQueue.setState({ running: { id: next.id, stop, ended } });
}

async function run(item: QueueItem, signal: AbortSignal): Promise<void> {
  const { id, choice, path, files, incomplete } = item;
  const options = { signal, onProgress: (progress: Progress) => change(id, { progress }) };
  let { project } = item;
  try {
    if (project === null) {
      change(id, { state: 'importing' });
      const media = files === null ? {} : { media: [...files], incomplete };
      const passphrase = item.passphrase ?? '';
      const made = await call('project.create', { path, passphrase, ...media }, options);
      project = made.project;
      change(id, { notes: made.notes, passphrase: null });
      holdForQueue(project);
    }
    change(id, { state: 'transcribing', project, files: null, progress: null });
    const { model, language, prompt } = choice;
    const told = { project, model, prompt, ...spoken(language) };
    const { words } = await call('transcribe.run', told, options);
    change(id, { state: 'done', words });
  } catch (error) {
    const shape = toAppErrorShape(error);
    change(id, shape.code === 'CANCELLED' ? { state: 'cancelled' } : { state: 'failed', error: shape });
  }
  change(id, { stopping: false, progress: null });
  if (itemOf(id)) settle(id);
  else await letGo({ ...item, project });
}

/**
 * Releases an item that is no longer worked on. Unless the app was locked, its file stays open as long as an untouched
 * interview would, so that it can be shown, or gone on with, without its passphrase.
 */
function settle(id: string): void {
  const item = itemOf(id);
  if (!item) return;
  if (item.project !== null) releaseFromQueue(item.project);
  const minutes = sessionNow().settings.lockAfter;
  if (item.locked) {
    change(id, { locked: false });
    void letGo(item);
  } else if (minutes > 0) {
    setTimeout(() => {
      const later = itemOf(id);
      if (later && !isActive(later)) void letGo(later);
    }, minutes * 60_000);
  }
}

/** Closes the file of an item, unless it is shown: then the interview closes it. */
async function letGo({ id, project }: QueueItem): Promise<void> {
  if (project === null) return;
  releaseFromQueue(project);
  if (isShown(project)) return;
  change(id, { project: null, recognised: '' });
  // An export that goes on behind the lock closes the file at its end.
  if (isLeftBehind(project)) return;
  await call('project.close', { project }).catch(() => undefined);
}

/** Hides the words, closes the files of items that have ended, and has the others closed as they end. */
function lockQueue(): void {
  for (const item of useQueue.getState().items) {
    if (isActive(item)) change(item.id, { recognised: '', locked: true });
    else {
      change(item.id, { recognised: '', passphrase: null });
      void letGo(item);
    }
  }
}

/** Follows what is recognised, locks, and which interview is shown. @returns a function that ends this. */
export function followQueue(): () => void {
  const ends = [
    onEvent((event) => {
      if (event.type === 'changed') showWords(event.project, event.command);
    }),
    onLocking(lockQueue),
    onSession((now, before) => {
      const left = openInterviewOf(before);
      if (left && left !== openInterviewOf(now)) forget(left.project);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Shows the words that were recognised last. */
function showWords(project: string, { steps }: Command): void {
  const item = useQueue.getState().items.find((one) => one.project === project);
  if (item?.state !== 'transcribing' || item.locked) return;
  const words = steps.flatMap((step) => (step.type === 'addWindow' ? step.words : []));
  if (words.length === 0) return;
  const all = joinWords([{ text: item.recognised }, ...words]).trim();
  change(item.id, {
    recognised:
      all.length > TAIL_CHARACTERS ? `…${all.slice(all.indexOf(' ', all.length - TAIL_CHARACTERS))}` : all,
  });
}

/** Most characters that are shown of what is recognised. */
const TAIL_CHARACTERS = 600;

/** Notes that an interview that was left has closed its file itself, if nothing works on it. */
function forget(project: string): void {
  const item = useQueue.getState().items.find((one) => one.project === project);
  if (item && !isActive(item)) change(item.id, { project: null });
}
