import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/model/errors';
import { appRoot } from '../system/appRoot';
import { bundledFile } from '../system/bundledFile';

export interface Question {
  id: number;
  pieces: Float32Array[];
}

export type Answer = { id: number; scores: Float32Array[] } | { id: number; failure: string };

/** Where the thread finds what it needs; it fetches nothing. */
export interface Files {
  weights: string;
  wasm: string;
}

/** Milliseconds without a question until the thread ends: the network and its runtime take memory. */
const IDLE_MILLISECONDS = 30_000;

/** Scores pieces of sound in a thread of its own, which begins with the first of them. */
export class SpeechDetector {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<
    number,
    { take: (scores: Float32Array[]) => void; fail: (error: unknown) => void }
  >();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * How likely somebody speaks in each frame.
   * @param pieces `PIECE_SAMPLES` each, mono at 16 kHz.
   * @returns `PIECE` scores for each, 0 to 1.
   * @throws {AppError} `SPEECH_UNKNOWN` where the detector does not run on this machine.
   */
  score(pieces: Float32Array[]): Promise<Float32Array[]> {
    clearTimeout(this.#timer);
    this.#worker ??= this.#start();
    // A program waits for an answer, and not for a thread that has nothing to do.
    this.#worker.ref();
    const id = ++this.#asked;
    const answer = new Promise<Float32Array[]>((take, fail) => this.#waiting.set(id, { take, fail }));
    this.#worker.postMessage({ id, pieces } satisfies Question);
    return answer;
  }

  #start(): Worker {
    const worker = new Worker(bundledFile('speechDetector.worker.js'), { workerData: files() });
    worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('scores' in answer) waiting?.take(answer.scores);
      else waiting?.fail(doesNotRun(answer.failure));
      if (this.#waiting.size > 0) return;
      worker.unref();
      this.#timer = setTimeout(() => this.#end(worker), IDLE_MILLISECONDS).unref();
    });
    worker.on('error', (error) => {
      this.#end(worker);
      for (const { fail } of this.#waiting.values()) fail(doesNotRun(error));
      this.#waiting.clear();
    });
    return worker;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}

const files = (): Files => ({
  weights: join(appRoot(), 'resources', 'speech', 'silero_vad_16k.onnx'),
  wasm: bundledFile('ort-wasm-simd-threaded.wasm'),
});

/** WebAssembly's vector instructions need SSE4.1 on x86-64, which processors have had since about 2008. */
const doesNotRun = (cause: unknown): AppError =>
  new AppError(
    'SPEECH_UNKNOWN',
    'The speech detector does not run on this machine, so it is not known whether words are missing.',
    'Listen to all of the recording before you publish it, or look for speech without words on another machine.',
    { cause },
  );
