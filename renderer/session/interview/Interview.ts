import { createStore, type StoreApi } from 'zustand/vanilla';
import { t } from '../../../shared/messages/messages';
import { AppError, toAppErrorShape, type AppErrorShape, type ErrorCode } from '../../../shared/model/errors';
import type { AppEvent } from '../../../shared/contract/events';
import { applyCommand, type Command } from '../../../shared/document/commands';
import type { ProjectDocument } from '../../../shared/document/document';
import type { Place } from '../../../shared/model/place';
import { History, type Step } from '../../../shared/document/History';
import { call, onEvent, type CallOptions, type Params } from '../calls/call';
import { nameOf } from './nameOf';

export interface InterviewState {
  /** The document on the screen: the one on the disk, with the commands that are on their way. */
  document: ProjectDocument;
  /** The labels of the steps that can be taken back and redone next. */
  undo: string | null;
  redo: string | null;
  /** Number of commands that are not on the disk yet. */
  saving: number;
  /** True while something is no command yet: it is being typed, or a step back of unknown effect is on its way. */
  unsaved: boolean;
  /** True when there are no words, and taking back the last step brings some. */
  emptied: boolean;
  /** The reason why commands wait: the file did not take the first of them. */
  refusal: AppErrorShape | null;
  /** The reason why something could not be done. It is not on the screen either. */
  failure: AppErrorShape | null;
}

interface Pending {
  origin: string;
  kind: 'do' | Step;
  /** The origin of the command that a step takes back. */
  of: string | undefined;
  command: Command;
  /** The document before it and after it, and the command that takes it back. */
  before: ProjectDocument;
  after: ProjectDocument;
  inverse: Command;
  /** True when it is on the disk and its event is on its way. */
  taken: boolean;
}

type Labels = Pick<InterviewState, 'undo' | 'redo'>;

/** Errors that a command gets however often it is sent. */
const OF_ITS_OWN: readonly ErrorCode[] = ['CHANGE_INVALID', 'USAGE'];

/**
 * An open interview: a copy of its document that follows every change. Commands of this window are seen at once, and so
 * are its steps back and forth whose effect it knows. They are confirmed when they are on the disk. When commands of
 * others come between, ours are put on top of them again. Commands are sent one after another. If the file does not
 * take one, those behind it wait too, in their order, and stay on the screen.
 */
export class Interview {
  readonly store: StoreApi<InterviewState>;
  /** Stops following the file. */
  readonly forget: () => void;
  #confirmed: ProjectDocument;
  #revision: number;
  #labels: Labels;
  #pending: Pending[] = [];
  /** The steps that this window knows of; the main process may know of more. */
  #history = new History();
  /** The history with the pending commands. */
  #ahead = new History();
  /** Number of steps on their way whose effect is unknown. A change that is made now might not fit. */
  #moving = 0;
  /** True when the file did not take something, so that all that was done since waits. */
  #waits = false;
  /** The objects that will make changes of what is being typed. */
  readonly #drafts = new Set<object>();
  /** The last place of a person in it, and the functions that tell where they are. */
  #place: Place;
  readonly #places = new Set<() => Place>();
  /** The functions that make changes of what is being typed. */
  readonly #typed = new Set<() => void | Promise<void>>();
  /** The end of all sending, which keeps the order in which things were done. It never rejects. */
  #sent: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly project: string,
    /** The path of its file. */
    readonly path: string,
    loaded: {
      document: ProjectDocument;
      revision: number;
      undo: string | null;
      redo: string | null;
      place?: Place | undefined;
    },
  ) {
    const { document, revision, undo, redo, place } = loaded;
    this.#place = place ?? {};
    this.#confirmed = document;
    this.#revision = revision;
    this.#labels = { undo, redo };
    this.store = createStore<InterviewState>(() => ({
      document,
      undo,
      redo,
      saving: 0,
      unsaved: false,
      emptied: false,
      refusal: null,
      failure: null,
    }));
    this.forget = onEvent((event) => this.#follow(event));
  }

  /** @throws {AppError} `PROJECT_INVALID`. */
  static async load(project: string, path: string): Promise<Interview> {
    const early: AppEvent[] = [];
    const forget = onEvent((event) => early.push(event));
    try {
      const { document, ...state } = await call('project.load', { project });
      const interview = new Interview(project, path, { document: { ...document, exports: [] }, ...state });
      for (const event of early) interview.#follow(event);
      return interview;
    } finally {
      forget();
    }
  }

  get name(): string {
    return nameOf(this.path);
  }

  get document(): ProjectDocument {
    return this.store.getState().document;
  }

  /** Carries out a command. Null does nothing: a command is null where nothing would change. */
  execute(command: Command | null): void {
    if (command) void this.#carryOut('do', command);
  }

  get isMoving(): boolean {
    return this.#moving > 0;
  }

  undo(): Promise<void> {
    return this.#move('undo');
  }

  redo(): Promise<void> {
    return this.#move('redo');
  }

  async #move(step: Step): Promise<void> {
    const next = this.#ahead.next(step);
    if (next && !this.#waits && this.#moving === 0) {
      await this.#carryOut(step, next.command, next.of);
      return;
    }
    this.#moving++;
    this.#tellUnsaved();
    await this.#then(async () => {
      try {
        if (this.#waits) throw notYet();
        await call(`document.${step}`, { project: this.project });
      } catch (error) {
        this.store.setState({ failure: toAppErrorShape(error) });
      } finally {
        this.#moving--;
        this.#tellUnsaved();
      }
    });
  }

  /** Notes whether something is typed that is no command yet. @param of what will make it one. */
  noteDraft(of: object, isThere: boolean): void {
    if (this.#drafts.has(of) === isThere) return;
    if (isThere) this.#drafts.add(of);
    else this.#drafts.delete(of);
    this.#tellUnsaved();
  }

  #tellUnsaved(): void {
    this.store.setState({ unsaved: this.#drafts.size > 0 || this.#moving > 0 });
  }

  /**
   * Has something make its change before the interview is left, such as of what was just typed.
   * @returns a function that ends this.
   */
  onLeaving(keep: () => void | Promise<void>): () => void {
    this.#typed.add(keep);
    return () => this.#typed.delete(keep);
  }

  /** Makes changes of what was typed a moment ago. */
  async keepTyped(): Promise<void> {
    for (const keep of [...this.#typed]) await keep();
  }

  /** Sends again what the file did not take, and what waits behind it. */
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
   * Writes another file that also holds what this one does not take.
   * @returns its project, which is open.
   * @throws {AppError} the errors of `project.saveCopy`.
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

  /** Loads everything anew. */
  async reload(): Promise<void> {
    const { document, revision, undo, redo } = await call('project.load', { project: this.project });
    this.#confirmed = { ...document, exports: [] };
    this.#revision = revision;
    this.#history = new History();
    this.#labels = { undo, redo };
    this.#show(this.#onTop());
  }

  dismissFailure(): void {
    this.store.setState({ failure: null });
  }

  /** The place of a person in it, or their last one when it was on the screen. */
  get place(): Place {
    return [...this.#places].reduce((place, tell) => ({ ...place, ...tell() }), this.#place);
  }

  /** Lets a part of the window tell where a person is, as long as it is there. @returns a function that ends this. */
  onPlace(tell: () => Place): () => void {
    this.#places.add(tell);
    return () => {
      this.#place = { ...this.#place, ...tell() };
      this.#places.delete(tell);
    };
  }

  /**
   * Stops following the file, unless `follow`, and closes it, unless `keepOpen`: others may still work on it.
   * @param place where the person will be found again. Without it, what can be taken back is not kept either.
   */
  async close({
    keepOpen = false,
    follow = false,
    place,
  }: { keepOpen?: boolean; follow?: boolean; place?: Place } = {}): Promise<void> {
    if (!follow) this.forget();
    for (let sent; sent !== this.#sent;) await (sent = this.#sent);
    if (place) await call('project.keepPlace', { project: this.project, place }).catch(() => undefined);
    if (!keepOpen) await call('project.close', { project: this.project });
  }

  #carryOut(kind: Pending['kind'], command: Command, of?: string): Promise<unknown> {
    const origin = crypto.randomUUID();
    const before = this.document;
    const { document: after, inverse } = applyCommand(before, command);
    this.#ahead.add(kind, inverse, origin);
    const pending: Pending = { origin, kind, of, command, before, after, inverse, taken: false };
    this.#pending.push(pending);
    this.#show(after, { failure: null });
    return this.#then(() => this.#send(pending));
  }

  #then(work: () => Promise<void>): Promise<unknown> {
    return (this.#sent = this.#sent.then(work));
  }

  async #send(pending: Pending): Promise<void> {
    if (this.#waits || pending.taken || !this.#pending.includes(pending)) return;
    const { origin, kind, of, command } = pending;
    const { project } = this;
    try {
      if (kind === 'do') await call('document.execute', { project, command, origin });
      else await call(`document.${kind}`, { project, of, origin });
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

  #follow(event: AppEvent): void {
    if (event.type !== 'changed' || event.project !== this.project) return;
    const { command, kind, revision, undo, redo, origin } = event;
    const own = this.#pending.find((pending) => pending.origin === origin);
    const isFirst = own !== undefined && own === this.#pending[0];
    if (own) this.#pending = this.#pending.filter((pending) => pending !== own);
    if (revision > this.#revision + 1) {
      void this.reload();
      return;
    }
    const isNext = revision === this.#revision + 1;
    // Our own command is on the screen already, if the step was what we took it for.
    const isShown = isFirst && isNext && (kind === 'do' || isSame(command, own.command));
    if (isNext) {
      const known = isShown && own.before === this.#confirmed;
      const { document, inverse } = known
        ? { document: own.after, inverse: own.inverse }
        : applyCommand(this.#confirmed, command);
      this.#revision = revision;
      this.#confirmed = document;
      this.#history.add(kind, inverse, origin);
      this.#labels = { undo, redo };
    }
    if (own || isNext) this.#show(isShown ? this.document : this.#onTop());
  }

  /** Puts the pending commands on top of the document on the disk. What no longer fits is left out. */
  #onTop(): ProjectDocument {
    let document = this.#confirmed;
    this.#ahead = this.#history.copy();
    for (const pending of this.#pending) {
      const { origin, kind, of, command } = pending;
      const next = kind === 'do' ? { of, command } : this.#ahead.next(kind);
      if (!next || next.of !== of) continue;
      try {
        const applied = applyCommand(document, next.command);
        document = applied.document;
        this.#ahead.add(kind, applied.inverse, origin);
        pending.command = next.command;
      } catch {
        // The main process refuses it as well, and its answer says so.
      }
    }
    return document;
  }

  #show(document: ProjectDocument, more: Partial<InterviewState> = {}): void {
    const emptied = document.words.length === 0 && this.#broughtBack() > 0;
    this.store.setState({ document, emptied, saving: this.#pending.length, ...this.#labelsAhead(), ...more });
  }

  /** Counts the words that come back when the last step is taken back. */
  #broughtBack(): number {
    const steps = this.#ahead.next('undo')?.command.steps ?? [];
    return steps.reduce((sum, step) => sum + (step.type === 'replaceWords' ? step.words.length : 0), 0);
  }

  #labelsAhead(): Labels {
    if (this.#pending.length === 0) return this.#labels;
    const { undo, redo } = this.#labels;
    const anew = this.#pending.some(({ kind }) => kind === 'do');
    return {
      // The main process tells of steps that lie further back than is known here.
      undo: this.#ahead.next('undo')?.command.label ?? undo,
      redo: this.#ahead.next('redo')?.command.label ?? (anew ? null : redo),
    };
  }
}

/** Tells whether two commands do the same. Commands whose fields come in another order count as different. */
const isSame = (a: Command, b: Command): boolean => JSON.stringify(a) === JSON.stringify(b);

const notYet = (): AppError =>
  new AppError(
    'FILE_NOT_WRITABLE',
    t('This has to wait: some changes are not saved.'),
    t('Save them first, with “{again}” or “{copy}” above.', {
      again: t('Try again'),
      copy: t('Save a copy…'),
    }),
  );
