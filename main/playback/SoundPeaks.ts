/** Stretches in a second; each has one peak. */
export const PEAKS_PER_SECOND = 20;

/**
 * Measures the peak of each stretch of a sound: the largest sample of all channels, from 0 for silence to 255 for full
 * scale. A sample that is not silent never counts as 0.
 */
export class SoundPeaks {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #perStretch: number;
  #at = 0;
  #rest: Buffer = Buffer.alloc(0);

  /** @param duration seconds of the whole sound. */
  constructor(duration: number, rate: number, channels: number) {
    this.bytes = new Uint8Array(Math.ceil(duration * PEAKS_PER_SECOND));
    this.#perStretch = (rate / PEAKS_PER_SECOND) * channels;
  }

  /** @param chunk the next interleaved 32-bit floats; it may end within one. */
  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const count = Math.floor(bytes.length / 4);
    this.#rest = bytes.subarray(4 * count);
    const samples = floatsOf(bytes, count);
    for (let i = 0; i < count;) {
      const stretch = Math.floor(this.#at / this.#perStretch);
      const end = Math.min(count, i + Math.ceil((stretch + 1) * this.#perStretch) - this.#at);
      this.#at += end - i;
      let peak = 0;
      for (; i < end; i++) peak = Math.max(peak, Math.abs(samples[i] ?? 0));
      const byte = Math.min(255, Math.ceil(peak * 255));
      if (stretch < this.bytes.length) this.bytes[stretch] = Math.max(this.bytes[stretch] ?? 0, byte);
    }
  }
}

/** Returns the floats in place where they are aligned, and else a copy, which is always aligned. */
function floatsOf(bytes: Buffer, count: number): Float32Array {
  if (bytes.byteOffset % 4 === 0) return new Float32Array(bytes.buffer, bytes.byteOffset, count);
  return new Float32Array(new Uint8Array(bytes.subarray(0, 4 * count)).buffer);
}
