import { join } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { appRoot } from '../system/appRoot';
import { bundledFile } from '../system/bundledFile';
import { WorkerThread } from '../system/threads/WorkerThread';

export interface SpeechDetectorTalk {
  /** Pieces of sound. */
  question: Float32Array[];
  /** The scores of each. */
  answer: Float32Array[];
  progress: never;
}

/** Paths of the files that the thread needs; it fetches nothing. */
export interface Files {
  weights: string;
  wasm: string;
}

/** Milliseconds without a question until the thread ends, since the network and its runtime take memory. */
const IDLE_MILLISECONDS = 30_000;

/** Scores pieces of sound in a thread of its own. */
export class SpeechDetector {
  readonly #thread = new WorkerThread<SpeechDetectorTalk>({
    script: 'speechDetector.worker.js',
    options: () => ({ workerData: files() }),
    idleMilliseconds: IDLE_MILLISECONDS,
    toError: doesNotRun,
  });

  /**
   * Loads the network, which the first pieces would wait for otherwise.
   * @throws {AppError} as `score`.
   */
  async load(): Promise<void> {
    await this.#thread.ask([]);
  }

  /**
   * Scores how likely somebody speaks in each frame.
   * @param pieces `PIECE_SAMPLES` each, mono at 16 kHz.
   * @returns `PIECE_FRAMES` scores for each piece, 0 to 1.
   * @throws {AppError} `SPEECH_UNKNOWN` when the detector does not run on this machine.
   */
  score(pieces: Float32Array[]): Promise<Float32Array[]> {
    return this.#thread.ask(pieces);
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
    t('The speech detector does not run on this machine, so nobody knows whether words are missing.'),
    t(
      'Listen to all of the recording before you publish it, or look for speech without words on another machine.',
    ),
    { cause },
  );
