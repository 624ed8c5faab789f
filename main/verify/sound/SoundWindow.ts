import type { Readable } from 'node:stream';
import { concatenate } from '../../media/concatenate';

/**
 * Reads interleaved float32 samples from a stream and hands out windows of it, forwards only. A window may overlap the
 * one before. It keeps no more than one window in memory.
 */
export class SoundWindow {
  readonly #chunks: AsyncIterator<Buffer, undefined>;
  #rest = Buffer.alloc(0);
  /** The samples that are kept, and the frame with which they begin. */
  #kept: Float32Array = new Float32Array(0);
  #start = 0;
  #ended = false;

  constructor(
    stream: Readable,
    readonly channels: number,
  ) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /**
   * Reads frames `[from, to)`, interleaved; fewer when the stream ends. `from` never goes back before an earlier one.
   */
  async window(from: number, to: number): Promise<Float32Array> {
    const { channels } = this;
    const parts = [this.#kept.subarray(Math.min(this.#kept.length, (from - this.#start) * channels))];
    let next = this.#start + this.#kept.length / channels;
    this.#start = from;
    while (next < to) {
      const samples = await this.#read();
      if (!samples) break;
      const frames = samples.length / channels;
      if (next + frames > from) parts.push(samples.subarray(Math.max(0, from - next) * channels));
      next += frames;
    }
    this.#kept = concatenate(parts);
    return this.#kept.subarray(0, (to - from) * channels);
  }

  /** Reads to the end. @returns the number of frames in the whole stream. */
  async length(): Promise<number> {
    let frames = this.#start + this.#kept.length / this.channels;
    this.#kept = new Float32Array(0);
    for (let samples = await this.#read(); samples; samples = await this.#read()) {
      frames += samples.length / this.channels;
    }
    this.#start = frames;
    return frames;
  }

  /** Reads the next whole frames; undefined at the end. */
  async #read(): Promise<Float32Array | undefined> {
    while (!this.#ended) {
      const { value, done } = await this.#chunks.next();
      if (done) this.#ended = true;
      else {
        const bytes = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
        const frameBytes = this.channels * Float32Array.BYTES_PER_ELEMENT;
        const whole = bytes.length - (bytes.length % frameBytes);
        this.#rest = Buffer.from(bytes.subarray(whole));
        if (whole > 0) return asSamples(bytes.subarray(0, whole));
      }
    }
    return undefined;
  }
}

function asSamples(bytes: Buffer): Float32Array {
  const aligned = bytes.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
  return new Float32Array(
    aligned.buffer,
    aligned.byteOffset,
    aligned.length / Float32Array.BYTES_PER_ELEMENT,
  );
}
