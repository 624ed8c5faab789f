import { Worker, type Transferable, type WorkerOptions } from 'node:worker_threads';
import { locale } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { bundledFile } from '../bundledFile';
import { cancelled } from '../runTool';
import type { FromThread, ThreadTalk, ToThread } from './threadMessages';

export interface ThreadSettings {
  /** The built file that runs in it, such as `suggest.worker.js`; it answers with `answerQuestions`. */
  script: string;
  /** Returns the data and the memory that it begins with; called each time it begins. */
  options?: () => WorkerOptions;
  /**
   * Milliseconds without a question until it ends and gives its memory back. Null for a thread that remembers what it
   * was asked: only `end` ends it, and it does not begin again after a failure.
   */
  idleMilliseconds: number | null;
  /** Makes the error to throw for one that is not ours, such as a lack of memory or of processor instructions. */
  toError?: (failure: Error) => Error;
}

export interface AskOptions<Progress> {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Objects to hand over instead of copying; such a question cannot be asked again, so it must not meet urgent ones.
   */
  transfer?: readonly Transferable[];
  /** True when it waits for no other: the thread begins again, and what it was answering is asked again after this. */
  isUrgent?: boolean;
}

interface Waiting<Talk extends ThreadTalk> {
  question: Talk['question'];
  take: (answer: Talk['answer']) => void;
  fail: (error: Error) => void;
  onProgress: ((progress: Talk['progress']) => void) | undefined;
}

/** A thread that answers one question after another. It begins with the first question, and again when it has ended. */
export class WorkerThread<Talk extends ThreadTalk> {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting<Talk>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #broken: Error | null = null;

  constructor(private readonly settings: ThreadSettings) {}

  /**
   * @throws {AppError} `CANCELLED`, and what the thread throws.
   * @throws what `toError` makes of any other error. When the whole thread fails, all questions that wait fail.
   */
  ask(
    question: Talk['question'],
    { signal, onProgress, transfer = [], isUrgent = false }: AskOptions<Talk['progress']> = {},
  ): Promise<Talk['answer']> {
    if (signal?.aborted) return Promise.reject(cancelled());
    if (this.#broken) return Promise.reject(this.#broken);
    clearTimeout(this.#timer);
    const interrupted = isUrgent ? [...this.#waiting] : [];
    if (interrupted.length > 0) this.end();
    const worker = (this.#worker ??= this.#start());
    // The program stays alive for an answer, but not for a thread that has nothing to do.
    worker.ref();
    const send = (message: ToThread<Talk>, transferred: readonly Transferable[] = []) =>
      worker.postMessage(message, transferred);
    const id = ++this.#asked;
    const answer = new Promise<Talk['answer']>((take, fail) =>
      this.#waiting.set(id, { question, take, fail, onProgress }),
    );
    send({ id, question, language: locale() }, transfer);
    for (const [id, { question }] of interrupted) send({ id, question, language: locale() });
    const giveUp = () => {
      this.#worker?.postMessage({ cancel: id } satisfies ToThread<Talk>);
      this.#settle(id)?.fail(cancelled());
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    return answer.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  /** Ends the thread, with all that it remembers. */
  end(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(bundledFile(this.settings.script), this.settings.options?.());
    worker.on('message', (message: FromThread<Talk>) => {
      if (this.#worker === worker) this.#receive(message);
    });
    worker.on('error', (error: Error) => {
      if (this.#worker !== worker) return;
      this.end();
      const told = this.#toError(error);
      if (this.settings.idleMilliseconds === null) this.#broken = told;
      for (const { fail } of this.#waiting.values()) fail(told);
      this.#waiting.clear();
    });
    return worker;
  }

  #receive(message: FromThread<Talk>): void {
    if ('progress' in message) {
      this.#waiting.get(message.id)?.onProgress?.(message.progress);
      return;
    }
    const waiting = this.#settle(message.id);
    if ('answer' in message) waiting?.take(message.answer);
    else if ('error' in message) waiting?.fail(AppError.from(message.error));
    else waiting?.fail(this.#toError(new Error(message.defect)));
    // WebAssembly never gives memory back; only the end of its thread does.
    const isFull = 'error' in message && message.error.code === 'OUT_OF_MEMORY';
    if (isFull && this.#waiting.size === 0) this.end();
  }

  #toError(failure: Error): Error {
    return this.settings.toError?.(failure) ?? failure;
  }

  /** Takes a question off the list; when it was the last, the thread may end. */
  #settle(id: number): Waiting<Talk> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) {
      this.#worker?.unref();
      clearTimeout(this.#timer);
      const { idleMilliseconds } = this.settings;
      if (idleMilliseconds !== null) this.#timer = setTimeout(() => this.end(), idleMilliseconds).unref();
    }
    return waiting;
  }
}
