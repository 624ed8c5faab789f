import type { Readable } from 'node:stream';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { AppEvent } from '../../shared/contract/events';
import type { ByteRange, Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';

interface Opened {
  vault: Vault;
  /** Work on it that has not ended yet. */
  running: Set<Promise<unknown>>;
  closing: AbortController;
}

/** The open projects, by handle. Callers hold a handle instead of a passphrase. */
export class OpenProjects {
  private readonly projects = new Map<string, Opened>();
  private opened = 0;

  constructor(private readonly onEvent: (event: AppEvent) => void) {}

  /** Count of the open projects, those that are being closed included. */
  get count(): number {
    return this.projects.size;
  }

  add(vault: Vault): string {
    const handle = `p${++this.opened}`;
    this.projects.set(handle, { vault, running: new Set(), closing: new AbortController() });
    vault.onChange = (command, kind, origin) =>
      this.onEvent({ type: 'changed', project: handle, command, kind, origin, ...stateOf(vault) });
    return handle;
  }

  /** Does what a client asks of a project. @returns the project's state afterwards. */
  change(handle: string, act: (vault: Vault) => void): ReturnType<typeof stateOf> {
    const vault = this.get(handle);
    act(vault);
    return stateOf(vault);
  }

  /** @throws {AppError} `PROJECT_INVALID` when nothing is open under the handle. */
  get(handle: string): Vault {
    return this.entry(handle).vault;
  }

  /**
   * Runs long work on a project. Closing the project cancels it.
   * @throws {AppError} `PROJECT_INVALID`, and whatever `run` throws.
   */
  async work<T>(
    handle: string,
    context: CallContext,
    run: (vault: Vault, context: CallContext) => Promise<T>,
  ): Promise<T> {
    const { vault, running, closing } = this.entry(handle);
    const ended = run(vault, { ...context, signal: AbortSignal.any([context.signal, closing.signal]) });
    running.add(ended);
    try {
      return await ended;
    } finally {
      running.delete(ended);
    }
  }

  /** Cancels all work on a project, waits until it has ended, and closes the project; at once where there is none. */
  async close(handle: string): Promise<void> {
    const { vault, running, closing } = this.entry(handle);
    closing.abort();
    if (running.size > 0) await Promise.allSettled(running);
    vault.close();
    this.projects.delete(handle);
  }

  async closeAll(): Promise<void> {
    const left = [...this.projects].filter(([, { closing }]) => !closing.signal.aborted);
    await Promise.all(left.map(([handle]) => this.close(handle)));
  }

  playback(handle: string): { size: number; read: (range: ByteRange) => Readable } | null {
    const opened = this.projects.get(handle);
    const vault = opened?.closing.signal.aborted === false ? opened.vault : undefined;
    const size = vault?.mediaSize('playback') ?? 0;
    return vault && size > 0 ? { size, read: (range) => vault.readMedia('playback', range) } : null;
  }

  private entry(handle: string): Opened {
    const opened = this.projects.get(handle);
    if (!opened || opened.closing.signal.aborted)
      throw new AppError('PROJECT_INVALID', t('That interview is not open.'), t('Open it and try again.'));
    return opened;
  }
}

/** Returns the state of a document: its revision, and what undo and redo would do. */
export const stateOf = ({ revision, undoLabel, redoLabel }: Vault) => ({
  revision,
  undo: undoLabel,
  redo: redoLabel,
});
