import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorShape } from '../../shared/contract/errors';
import type { AppEvent } from '../../shared/contract/events';
import { toAppErrorShape } from '../../shared/contract/errors';
import { applyCommand, type Command } from '../../shared/project/commands';
import type { ProjectDocument } from '../../shared/project/document';
import { call, onEvent } from './call';

export interface InterviewState {
  /** As it is on the screen: what is on the disk, with the commands that are on their way. */
  document: ProjectDocument;
  /** Labels of what can be taken back and done again. */
  undo: string | null;
  redo: string | null;
  /** Commands that are not on the disk yet. */
  saving: number;
  /** Why the last command could not be carried out. */
  failure: AppErrorShape | null;
}

interface Pending {
  origin: string;
  command: Command;
}

/**
 * An open interview: a copy of its document that follows every change. Commands of this window are seen at once and
 * confirmed when they are on the disk; when others come between, ours are put on top of them again.
 */
export class Interview {
  readonly store: StoreApi<InterviewState>;
  readonly #forget: () => void;
  #confirmed: ProjectDocument;
  #revision: number;
  #pending: Pending[] = [];

  private constructor(
    readonly project: string,
    /** What the file is called, without its folder and ending. */
    readonly name: string,
    loaded: { document: ProjectDocument; revision: number; undo: string | null; redo: string | null },
  ) {
    this.#confirmed = loaded.document;
    this.#revision = loaded.revision;
    this.store = createStore<InterviewState>(() => ({
      document: loaded.document,
      undo: loaded.undo,
      redo: loaded.redo,
      saving: 0,
      failure: null,
    }));
    this.#forget = onEvent((event) => this.#hear(event));
  }

  /** @throws {AppError} `PROJECT_INVALID`. */
  static async load(project: string, name: string): Promise<Interview> {
    const early: AppEvent[] = [];
    const forget = onEvent((event) => early.push(event));
    const { document, ...state } = await call('project.load', { project });
    forget();
    const interview = new Interview(project, name, { document: { ...document, exports: [] }, ...state });
    for (const event of early) interview.#hear(event);
    return interview;
  }

  get document(): ProjectDocument {
    return this.store.getState().document;
  }

  /** Carries out a command; null, which is what commands are where nothing would change, does nothing. */
  execute(command: Command | null): void {
    if (!command) return;
    const { document } = applyCommand(this.document, command);
    const origin = crypto.randomUUID();
    this.#pending.push({ origin, command });
    this.store.setState({
      document,
      undo: command.label,
      redo: null,
      saving: this.#pending.length,
      failure: null,
    });
    call('document.execute', { project: this.project, command, origin }).catch((error: unknown) => {
      this.#pending = this.#pending.filter((one) => one.origin !== origin);
      this.#rebuild({ failure: toAppErrorShape(error) });
    });
  }

  undo(): Promise<void> {
    return this.#move('document.undo');
  }

  redo(): Promise<void> {
    return this.#move('document.redo');
  }

  async #move(method: 'document.undo' | 'document.redo'): Promise<void> {
    try {
      await call(method, { project: this.project });
    } catch (error) {
      this.store.setState({ failure: toAppErrorShape(error) });
    }
  }

  /** Asks for everything anew; what was not on the disk is told as lost by `failure`. */
  async reload(): Promise<void> {
    const { document, revision, undo, redo } = await call('project.load', { project: this.project });
    this.#confirmed = { ...document, exports: [] };
    this.#revision = revision;
    this.#rebuild({ undo, redo });
  }

  dismissFailure(): void {
    this.store.setState({ failure: null });
  }

  /** Stops following the file, and closes it unless others work on it. */
  async close({ keepOpen = false } = {}): Promise<void> {
    this.#forget();
    if (!keepOpen) await call('project.close', { project: this.project });
  }

  #hear(event: AppEvent): void {
    if (event.type !== 'changed' || event.project !== this.project) return;
    const { command, revision, undo, redo, origin } = event;
    if (revision <= this.#revision) return;
    if (revision > this.#revision + 1) {
      void this.reload();
      return;
    }
    this.#revision = revision;
    this.#confirmed = applyCommand(this.#confirmed, command).document;
    if (origin !== undefined && this.#pending[0]?.origin === origin) {
      // It is on the screen already; as long as more of ours are on their way, the labels are theirs.
      this.#pending.shift();
      const labels = this.#pending.length === 0 ? { undo, redo } : {};
      this.store.setState({ saving: this.#pending.length, ...labels });
    } else {
      this.#rebuild({ undo, redo });
    }
  }

  /** Puts what is on its way on top of what is on the disk; what no longer fits is left out. */
  #rebuild(more: Partial<InterviewState>): void {
    let document = this.#confirmed;
    for (const { command } of this.#pending) {
      try {
        ({ document } = applyCommand(document, command));
      } catch {
        // The other side refuses it as well, and its answer says so.
      }
    }
    this.store.setState({ document, saving: this.#pending.length, ...more });
  }
}
