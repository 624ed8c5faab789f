import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorShape } from '../../../shared/model/errors';
import type { NamesModelFacts } from '../../../shared/model/namesModelFacts';
import { bundledFile } from '../../system/bundledFile';
import { cancelled } from '../../system/runTool';
import type { OwnName } from './namesOfWords';

/** Texts to read with a model; without them it is only tried. */
export interface Question {
  id: number;
  file: string;
  texts: readonly string[] | null;
}

export type Answer =
  | { id: number; done: number; total: number }
  | { id: number; facts: NamesModelFacts; names: OwnName[][] }
  | { id: number; error: AppErrorShape }
  | { id: number; failure: string };

type Found = Extract<Answer, { names: unknown }>;

interface Waiting {
  question: Question;
  take: (found: Found) => void;
  fail: (error: Error) => void;
  onProgress: ((done: number, total: number) => void) | undefined;
}

export interface ReadingOptions {
  signal?: AbortSignal | undefined;
  /** @param done parts of `total`. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Milliseconds without a question until the thread ends: a model takes much memory. */
const IDLE_MILLISECONDS = 120_000;

/**
 * A names model of one's own in a thread of its own, which begins with the first question. It is not the one of the
 * suggestions: a model reads for minutes, in which those are not to wait, and it may run out of memory.
 */
export class OwnModel {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Loads a model and tells what it finds. It waits for nothing: what is being read begins again afterwards, since two models
   * at once would take the memory of both.
   * @throws {AppError} `NAMES_MODEL_INVALID` with what is wrong with it, `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`,
   * `FILE_NOT_READABLE`, `OUT_OF_MEMORY`, `TOOL_FAILED` where it cannot be run on this machine, `CANCELLED`.
   */
  async check(file: string, options: ReadingOptions = {}): Promise<NamesModelFacts> {
    return (await this.#ask(file, null, options)).facts;
  }

  /** The names in each of some texts. @throws {AppError} as `check`. */
  async read(file: string, texts: readonly string[], options: ReadingOptions = {}): Promise<OwnName[][]> {
    return (await this.#ask(file, texts, options)).names;
  }

  #ask(file: string, texts: Question['texts'], { signal, onProgress }: ReadingOptions): Promise<Found> {
    if (signal?.aborted) return Promise.reject(cancelled());
    clearTimeout(this.#timer);
    const interrupted = texts === null ? [...this.#waiting.values()] : [];
    if (interrupted.length > 0 && this.#worker) this.#end(this.#worker);
    const worker = (this.#worker ??= this.#start());
    // A program waits for an answer, and not for a thread that has nothing to do.
    worker.ref();
    const id = ++this.#asked;
    const question: Question = { id, file, texts };
    const answer = new Promise<Found>((take, fail) =>
      this.#waiting.set(id, { question, take, fail, onProgress }),
    );
    for (const one of [question, ...interrupted.map((waiting) => waiting.question)]) worker.postMessage(one);
    const giveUp = () => {
      this.#worker?.postMessage({ cancel: id });
      this.#settle(id)?.fail(cancelled());
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    return answer.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  #start(): Worker {
    const worker = new Worker(bundledFile('ownModel.worker.js'), {
      workerData: bundledFile('ort-wasm-simd-threaded.wasm'),
    });
    worker.on('message', (answer: Answer) => {
      if ('done' in answer) {
        this.#waiting.get(answer.id)?.onProgress?.(answer.done, answer.total);
        return;
      }
      const waiting = this.#settle(answer.id);
      if ('names' in answer) waiting?.take(answer);
      else waiting?.fail('error' in answer ? AppError.from(answer.error) : new Error(answer.failure));
      // The runtime never gives memory back; only its thread does.
      const isFull = 'error' in answer && answer.error.code === 'OUT_OF_MEMORY';
      if (isFull && this.#waiting.size === 0) this.#end(worker);
    });
    worker.on('error', (error) => {
      this.#end(worker);
      const told = isOutOfMemory(error) ? outOfMemory(error) : error;
      for (const { fail } of this.#waiting.values()) fail(told);
      this.#waiting.clear();
    });
    return worker;
  }

  /** Takes a question off the list; when it was the last, the thread may end. */
  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    const worker = this.#worker;
    if (this.#waiting.size === 0 && worker) {
      worker.unref();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#end(worker), IDLE_MILLISECONDS).unref();
    }
    return waiting;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

const outOfMemory = (cause: Error): AppError =>
  new AppError(
    'OUT_OF_MEMORY',
    'There is not enough memory for the names model.',
    'Close other programs, or choose a smaller model, such as the same with weights in 8 bits.',
    { cause },
  );
