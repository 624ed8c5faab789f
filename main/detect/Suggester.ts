import { Worker } from 'node:worker_threads';
import type { ProjectDocument } from '../../shared/document/document';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import type { Told } from '../../shared/leaks/whatIsLeft';
import { bundledFile } from '../system/bundledFile';
import type { OwnName } from './ownModel/namesOfWords';

/** What is looked for in a document. */
export interface Question {
  id: number;
  about: 'names' | 'leftovers';
  document: ProjectDocument;
  /** What a publisher adds, which leftovers may stand in. */
  told?: Told | undefined;
  /** What a model of one's own reads as names, in the transcript's text and in each label. */
  read?: ReadTexts | undefined;
}

export interface ReadTexts {
  transcript: readonly OwnName[];
  /** In the order of the speakers. */
  labels: readonly (readonly OwnName[])[];
}

export interface Answer {
  id: number;
  suggestions: TranscriptSuggestion[];
}

/** Milliseconds without a question until the thread ends: it holds word lists that take much memory. */
const IDLE_MILLISECONDS = 60_000;

/** Of memory for what was just made. */
const YOUNG_MEGABYTES = 64;

/** Looks for names in a thread of its own: in four hours that takes a second, in which no key may wait. */
export class Suggester {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, { take: (answer: Answer) => void; fail: (error: Error) => void }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  ask(
    about: Question['about'],
    document: ProjectDocument,
    { told, read }: Pick<Question, 'told' | 'read'> = {},
  ): Promise<TranscriptSuggestion[]> {
    clearTimeout(this.#timer);
    this.#worker ??= this.#start();
    // A program waits for an answer, and not for a thread that has nothing to do.
    this.#worker.ref();
    const id = ++this.#asked;
    const { voice: _voice, exports: _exports, ...said } = document;
    const answer = new Promise<Answer>((take, fail) => this.#waiting.set(id, { take, fail }));
    this.#worker.postMessage({
      id,
      about,
      document: { ...said, exports: [] },
      told,
      read,
    } satisfies Question);
    return answer.then(({ suggestions }) => suggestions);
  }

  #start(): Worker {
    // It makes many small things at once, which are gone before they would have to be looked through.
    const worker = new Worker(bundledFile('suggest.worker.js'), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (answer: Answer) => {
      this.#waiting.get(answer.id)?.take(answer);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size > 0) return;
      worker.unref();
      this.#timer = setTimeout(() => this.#end(worker), IDLE_MILLISECONDS).unref();
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#worker = null;
      for (const { fail } of this.#waiting.values()) fail(error);
      this.#waiting.clear();
    });
    return worker;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}
