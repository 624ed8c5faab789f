import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError, toAppErrorShape, type AppErrorShape, type ErrorCode } from '../../shared/contract/errors';
import type { AppEvent } from '../../shared/contract/events';
import { applyCommand, type Command } from '../../shared/project/commands';
import type { ProjectDocument } from '../../shared/project/document';
import { call, onEvent, type CallOptions, type Params } from './call';

export interface InterviewState {
  /** As it is on the screen: what is on the disk, with the commands that are on their way. */
  document: ProjectDocument;
  /** Labels of what can be taken back and done again. */
  undo: string | null;
  redo: string | null;
  /** Commands that are not on the disk yet. */
  saving: number;
  /** Why they wait: the file did not take the first of them. */
  refusal: AppErrorShape | null;
  /** Why something could not be done; it is not on the screen either. */
  failure: AppErrorShape | null;
}

interface Pending {
  origin: string;
  command: Command;
  /** It is on the disk; its event is on its way. */
  taken: boolean;
}

/** Answers to a command that would be the same however often it is sent. */
const OF_ITS_OWN: readonly ErrorCode[] = ['CHANGE_INVALID', 'USAGE'];

/**
 * An open interview: a copy of its document that follows every change. Commands of this window are seen at once and
 * confirmed when they are on the disk; when others come between, ours are put on top of them again. They are sent one
 * after another: those behind one that the file does not take wait with it, in their order, and stay on the screen.
 */
export class Interview {
  readonly store: StoreApi<InterviewState>;
  readonly #forget: () => void;
  #confirmed: ProjectDocument;
  #revision: number;
  #labels: Pick<InterviewState, 'undo' | 'redo'>;
  #pending: Pending[] = [];
  /** How many undos and redos are on their way: what is made of the document now might not fit what comes. */
  #moving = 0;
  /** The file did not take something: what was done since waits behind it. */
  #waits = false;
  /** What is sent, in the order in which it was done. Never rejects. */
  #sent: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly project: string,
    /** What the file is called, without its folder and ending. */
    readonly name: string,
    loaded: { document: ProjectDocument; revision: number; undo: string | null; redo: string | null },
  ) {
    const { document, revision, undo, redo } = loaded;
    this.#confirmed = document;
    this.#revision = revision;
    this.#labels = { undo, redo };
    this.store = createStore<InterviewState>(() => ({
      document,
      undo,
      redo,
      saving: 0,
      refusal: null,
      failure: null,
    }));
    this.#forget = onEvent((event) => this.#hear(event));
  }

  /** @throws {AppError} `PROJECT_INVALID`. */
  static async load(project: string, name: string): Promise<Interview> {
    const early: AppEvent[] = [];
    const forget = onEvent((event) => early.push(event));
    try {
      const { document, ...state } = await call('project.load', { project });
      const interview = new Interview(project, name, { document: { ...document, exports: [] }, ...state });
      for (const event of early) interview.#hear(event);
      return interview;
    } finally {
      forget();
    }
  }

  get document(): ProjectDocument {
    return this.store.getState().document;
  }

  /** Carries out a command; null, which is what commands are where nothing would change, does nothing. */
  execute(command: Command | null): void {
    if (!command) return;
    const { document } = applyCommand(this.document, command);
    const pending = { origin: crypto.randomUUID(), command, taken: false };
    this.#pending.push(pending);
    this.#show(document, { failure: null });
    void this.#then(() => this.#send(pending));
  }

  get isMoving(): boolean {
    return this.#moving > 0;
  }

  undo(): Promise<void> {
    return this.#move('document.undo');
  }

  redo(): Promise<void> {
    return this.#move('document.redo');
  }

  async #move(method: 'document.undo' | 'document.redo'): Promise<void> {
    this.#moving++;
    await this.#then(async () => {
      try {
        if (this.#waits) throw notYet();
        await call(method, { project: this.project });
      } catch (error) {
        this.store.setState({ failure: toAppErrorShape(error) });
      } finally {
        this.#moving--;
      }
    });
  }

  /** Sends what the file did not take once more, and what waits behind it. */
  async tryAgain(): Promise<void> {
    this.#waits = false;
    for (const pending of this.#pending) void this.#then(() => this.#send(pending));
    await this.saved().then(
      () => this.store.setState({ refusal: null }),
      () => undefined,
    );
  }

  /**
   * Waits until all that was done is on the disk.
   * @throws {AppError} when the file does not take it.
   */
  async saved(): Promise<void> {
    await this.#sent;
    if (this.#waits) throw notYet();
  }

  /**
   * Writes another file that has what this one does not take.
   * @returns its project, which is open.
   * @throws {AppError} `project.saveCopy`'s.
   */
  async saveCopy(
    params: Pick<Params<'project.saveCopy'>, 'path' | 'recording'>,
    options: CallOptions,
  ): Promise<string> {
    await this.#sent;
    const commands = this.#pending.filter(({ taken }) => !taken).map(({ command }) => command);
    const { project } = await call(
      'project.saveCopy',
      { project: this.project, commands, ...params },
      options,
    );
    return project;
  }

  /** Asks for everything anew. */
  async reload(): Promise<void> {
    const { document, revision, undo, redo } = await call('project.load', { project: this.project });
    this.#confirmed = { ...document, exports: [] };
    this.#revision = revision;
    this.#labels = { undo, redo };
    this.#show(this.#onTop());
  }

  dismissFailure(): void {
    this.store.setState({ failure: null });
  }

  /** Stops following the file, and closes it unless others work on it. */
  async close({ keepOpen = false } = {}): Promise<void> {
    this.#forget();
    await this.#sent;
    if (!keepOpen) await call('project.close', { project: this.project });
  }

  #then(work: () => Promise<void>): Promise<unknown> {
    return (this.#sent = this.#sent.then(work));
  }

  async #send(pending: Pending): Promise<void> {
    if (pending.taken || this.#waits) return;
    const { origin, command } = pending;
    try {
      await call('document.execute', { project: this.project, command, origin });
      pending.taken = true;
    } catch (error) {
      const shape = toAppErrorShape(error);
      if (!OF_ITS_OWN.includes(shape.code)) {
        this.#waits = true;
        this.store.setState({ refusal: shape });
        return;
      }
      this.#pending = this.#pending.filter((one) => one !== pending);
      this.#show(this.#onTop(), { failure: shape });
    }
  }

  #hear(event: AppEvent): void {
    if (event.type !== 'changed' || event.project !== this.project) return;
    const { command, revision, undo, redo, origin } = event;
    const own = origin !== undefined && this.#pending[0]?.origin === origin;
    if (own) this.#pending.shift();
    if (revision > this.#revision + 1) {
      void this.reload();
      return;
    }
    const isNext = revision === this.#revision + 1;
    if (isNext) {
      this.#revision = revision;
      this.#confirmed = applyCommand(this.#confirmed, command).document;
      this.#labels = { undo, redo };
    }
    // Our own is on the screen already.
    if (own || isNext) this.#show(own && isNext ? this.document : this.#onTop());
  }

  /** What is on its way, on top of what is on the disk; what no longer fits is left out. */
  #onTop(): ProjectDocument {
    let document = this.#confirmed;
    for (const { command } of this.#pending) {
      try {
        ({ document } = applyCommand(document, command));
      } catch {
        // The other side refuses it as well, and its answer says so.
      }
    }
    return document;
  }

  #show(document: ProjectDocument, more: Partial<InterviewState> = {}): void {
    const last = this.#pending.at(-1);
    const labels = last ? { undo: last.command.label, redo: null } : this.#labels;
    this.store.setState({ document, saving: this.#pending.length, ...labels, ...more });
  }
}

const notYet = (): AppError =>
  new AppError(
    'FILE_NOT_WRITABLE',
    'This has to wait: some changes are not saved.',
    'Save them first, with “Try again” or “Save a copy…” above.',
  );
