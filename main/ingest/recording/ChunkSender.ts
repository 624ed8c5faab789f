import { Writable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

export type SealedPart = 'picture' | 'sound';

/** A message to the thread that seals: the next bytes of a part, or null at its end. */
export interface SentChunk {
  part: SealedPart;
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** A message from it: what it was sent is sealed, and here is the memory again; or the sending is to stop. */
export type ChunkAnswer = { part: SealedPart; memory: ArrayBuffer | null } | 'stop';

/**
 * Most chunks of a part that are not sealed yet. ffmpeg hands over a group of pictures at once, all frames from one key
 * frame to the next, and makes the next group ready while this one is sealed. Twice as many take 70 MiB more memory.
 */
const MOST_WAITING = 16;

/** Sends streams to another thread in chunks, by handing over their memory. */
export class ChunkSender {
  readonly #answers = new Map<SealedPart, (memory: ArrayBuffer | null) => void>();
  readonly #writers: Writable[] = [];

  /**
   * @param chunkBytes as the chunks are sealed, so that they need not be cut anew.
   * @param onStop called when the other thread asks to stop, or is gone.
   */
  constructor(
    private readonly port: MessagePort,
    private readonly chunkBytes: number,
    onStop: () => void,
  ) {
    const stop = () => {
      onStop();
      // Nothing more is sealed, so these would wait for ever.
      for (const writer of this.#writers) writer.destroy(new Error('nothing more is sealed'));
    };
    port.on('message', (answer: ChunkAnswer) => {
      if (answer === 'stop') stop();
      else this.#answers.get(answer.part)?.(answer.memory);
    });
    port.on('close', stop);
  }

  /** Returns a stream that sends a part. When it has finished, all of it is sealed. */
  writer(part: SealedPart): Writable {
    let chunk = new Uint8Array(this.chunkBytes);
    let filled = 0;
    let waiting = 0;
    const free: ArrayBuffer[] = [];
    let goOn: (() => void) | null = null;
    this.#answers.set(part, (memory) => {
      if (memory) {
        waiting--;
        free.push(memory);
      }
      // This may lead to the next write, which waits anew.
      const next = goOn;
      goOn = null;
      next?.();
    });
    const send = (bytes: Uint8Array<ArrayBuffer> | null) => {
      if (bytes) waiting++;
      this.port.postMessage({ part, bytes } satisfies SentChunk, bytes ? [bytes.buffer] : []);
    };
    const writer = new Writable({
      highWaterMark: this.chunkBytes,
      write: (bytes: Buffer, _encoding, done) => {
        for (let from = 0; from < bytes.length;) {
          const end = Math.min(bytes.length, from + this.chunkBytes - filled);
          chunk.set(bytes.subarray(from, end), filled);
          filled += end - from;
          from = end;
          if (filled < this.chunkBytes) continue;
          send(chunk);
          const memory = free.pop();
          chunk = memory ? new Uint8Array(memory) : new Uint8Array(this.chunkBytes);
          filled = 0;
        }
        if (waiting < MOST_WAITING) done();
        else goOn = done;
      },
      final: (done) => {
        if (filled > 0) send(chunk.slice(0, filled));
        // Chunks that wait are answered first, and none of these answers is the one to the end.
        this.#answers.set(part, (memory) => memory === null && done());
        send(null);
      },
    });
    this.#writers.push(writer);
    return writer;
  }
}
