import type { Writable } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { cancelled } from '../../system/runTool';
import { WorkerThread } from '../../system/threads/WorkerThread';
import { CHUNK_BYTES } from '../../vault/MediaStore';
import type { Vault } from '../../vault/Vault';
import type { ChunkAnswer, SealedPart, SentChunk } from './ChunkSender';
import type { SealedStreams, SealOptions, SealTask } from './sealStreams';

export interface SealingTalk {
  question: { task: SealTask; chunkBytes: number; port: MessagePort };
  answer: SealedStreams;
  /** Seconds of the recording that are done. */
  progress: number;
}

/**
 * Seals a recording into a project file. A thread of its own runs the programs, reads their pipes and listens, so that
 * this one has nothing to do but to encrypt, which takes longest.
 * @throws {AppError} as `sealStreams`, and `DISK_FULL`.
 */
export async function sealInThread(
  vault: Vault,
  task: SealTask,
  { signal, onSeconds }: SealOptions,
): Promise<SealedStreams> {
  if (signal?.aborted) throw cancelled();
  const thread = new WorkerThread<SealingTalk>({ script: 'sealing.worker.js', idleMilliseconds: null });
  const { port1: port, port2: its } = new MessageChannel();
  const stop = () => port.postMessage('stop' satisfies ChunkAnswer);
  signal?.addEventListener('abort', stop, { once: true });
  const sealing = new Sealing(vault, port, stop);
  try {
    // The thread is told to stop instead, since it has to end its programs first.
    const question = { task, chunkBytes: CHUNK_BYTES, port: its };
    return await thread.ask(question, { transfer: [its], onProgress: onSeconds });
  } catch (error) {
    throw sealing.failure ?? error;
  } finally {
    signal?.removeEventListener('abort', stop);
    sealing.end();
    port.close();
    thread.end();
  }
}

/** Seals the chunks that the thread sends. */
class Sealing {
  readonly #waiting: SentChunk[] = [];
  readonly #writers = new Map<SealedPart, Writable>();
  #isBusy = false;
  #hasEnded = false;
  /** What kept it from sealing; undefined while all is well. */
  failure: unknown;

  constructor(
    private readonly vault: Vault,
    private readonly port: MessagePort,
    private readonly stop: () => void,
  ) {
    port.on('message', (chunk: SentChunk) => {
      if (this.failure !== undefined) return;
      this.#waiting.push(chunk);
      if (!this.#isBusy) void this.#seal();
    });
  }

  end(): void {
    this.#hasEnded = true;
    for (const writer of this.#writers.values()) writer.destroy();
  }

  async #seal(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let chunk = this.#waiting.shift(); chunk && !this.#hasEnded; chunk = this.#waiting.shift()) {
        await this.#take(chunk);
        // Whatever else waits for this thread gets its turn after each chunk.
        await new Promise(setImmediate);
      }
    } catch (error) {
      this.failure ??= error;
      this.stop();
    } finally {
      this.#isBusy = false;
    }
  }

  async #take({ part, bytes }: SentChunk): Promise<void> {
    const writer = this.#writer(part);
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      if (bytes) writer.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), done);
      else writer.end(done);
    });
    if (this.#hasEnded) return;
    const memory = bytes?.buffer ?? null;
    this.port.postMessage({ part, memory } satisfies ChunkAnswer, memory ? [memory] : []);
  }

  #writer(part: SealedPart): Writable {
    const known = this.#writers.get(part);
    if (known) return known;
    const made = this.vault.mediaWriter(part);
    // The callbacks of `write` and `end` tell of failures.
    made.on('error', () => undefined);
    this.#writers.set(part, made);
    return made;
  }
}
