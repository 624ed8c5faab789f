import type { NamesModelFacts } from '../../../shared/model/namesModelFacts';
import { bundledFile } from '../../system/bundledFile';
import { isThreadOutOfMemory, noMemoryFor } from '../../system/noMemoryFor';
import { WorkerThread } from '../../system/threads/WorkerThread';
import type { OwnName } from './namesOfWords';

export interface OwnModelTalk {
  /** Texts to read with a model; without them it is only tried. */
  question: { file: string; texts: readonly string[] | null };
  answer: { facts: NamesModelFacts; names: OwnName[][] };
  /** Parts of a text. */
  progress: { done: number; total: number };
}

export interface ReadingOptions {
  signal?: AbortSignal | undefined;
  /** @param done parts of `total`. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Milliseconds without a question after which the thread ends: a model takes much memory. */
const IDLE_MILLISECONDS = 120_000;

/**
 * Runs a names model of one's own in a thread of its own. It does not share the thread of the suggestions: a model
 * reads for minutes, in which those must not wait, and it may run out of memory.
 */
export class OwnModel {
  readonly #thread = new WorkerThread<OwnModelTalk>({
    script: 'ownModel.worker.js',
    options: () => ({ workerData: bundledFile('ort-wasm-simd-threaded.wasm') }),
    idleMilliseconds: IDLE_MILLISECONDS,
    toError: (failure) => (isThreadOutOfMemory(failure) ? noMemoryFor('names', failure) : failure),
  });

  /**
   * Loads a model and tells what it finds. It waits for nothing: a reading that it interrupts begins again afterwards,
   * since two models at once would take the memory of both.
   * @throws {AppError} `NAMES_MODEL_INVALID` with what is wrong with it, `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`,
   * `FILE_NOT_READABLE`, `OUT_OF_MEMORY`, `TOOL_FAILED` where it cannot be run on this machine, `CANCELLED`.
   */
  async check(file: string, options: ReadingOptions = {}): Promise<NamesModelFacts> {
    return (await this.#ask(file, null, options)).facts;
  }

  /** Reads the names in each of some texts. @throws {AppError} as `check`. */
  async read(file: string, texts: readonly string[], options: ReadingOptions = {}): Promise<OwnName[][]> {
    return (await this.#ask(file, texts, options)).names;
  }

  #ask(
    file: string,
    texts: readonly string[] | null,
    { signal, onProgress }: ReadingOptions,
  ): Promise<OwnModelTalk['answer']> {
    return this.#thread.ask(
      { file, texts },
      { signal, onProgress: ({ done, total }) => onProgress?.(done, total), isUrgent: texts === null },
    );
  }
}
