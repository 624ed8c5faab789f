import type { Blur } from '../../../../shared/model/formats';
import type { Span } from '../../../../shared/model/entity';
import { fadeTable } from '../../../../shared/mask/fadeTable';
import { maskRanges, type SampleRange } from '../../../../shared/mask/maskRanges';
import { SpanSignal } from '../../../../shared/mask/SpanSignal';

export interface MaskOptions {
  /** Hz */
  rate: number;
  channels: number;
  /** Seconds from the start of the timeline. */
  spans: readonly Span[];
  blur: Blur;
}

/** Seconds over which the recording fades towards a span, outside it. */
const FADE_SECONDS = 0.008;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * Replaces spans of interleaved float32 (little-endian) samples as they stream by. Inside a span every sample is
 * generated and the input is not read; outside, samples pass unchanged but for a short fade towards each span.
 */
export class PcmMask {
  readonly #options: MaskOptions;
  readonly #ranges: SampleRange[];
  readonly #fade: Float32Array;
  readonly #frameBytes: number;
  /** The start of a frame whose rest is still to come. */
  #carry = Buffer.alloc(0);
  #frame = 0;
  /** Index of the first range that is not wholly behind. */
  #next = 0;
  #signal: SpanSignal | undefined;

  constructor(options: MaskOptions) {
    this.#options = options;
    this.#ranges = maskRanges(options.spans, options.rate);
    this.#fade = fadeTable(Math.round(FADE_SECONDS * options.rate));
    this.#frameBytes = options.channels * BYTES;
  }

  /** Takes any number of bytes and returns those of the whole frames that are complete, masked. */
  push(chunk: Buffer): Buffer {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const frames = Math.floor(bytes.length / this.#frameBytes);
    const whole = bytes.subarray(0, frames * this.#frameBytes);
    this.#carry = Buffer.from(bytes.subarray(whole.length));
    return frames === 0 ? whole : this.#mask(whole, frames);
  }

  #mask(bytes: Buffer, frames: number): Buffer {
    const reach = this.#fade.length;
    const start = this.#frame;
    const end = start + frames;
    this.#frame = end;
    const touched = [];
    for (let i = this.#next; i < this.#ranges.length; i++) {
      const range = this.#ranges[i];
      if (!range || range.first - reach >= end) break;
      if (range.end + reach <= start) this.#next = i + 1;
      else touched.push(range);
    }
    if (touched.length === 0) return bytes;

    const samples = new Float32Array(frames * this.#options.channels);
    const masked = Buffer.from(samples.buffer);
    masked.set(bytes);
    for (const range of touched) this.#fadeTowards(range, samples, start, end);
    // Spans come last, so that whatever a fade did inside a neighbouring span is overwritten.
    for (const range of touched) this.#generate(range, samples, start, end);
    return masked;
  }

  #fadeTowards(range: SampleRange, samples: Float32Array, start: number, end: number): void {
    const { channels } = this.#options;
    const fade = this.#fade;
    const scale = (frame: number, gain: number) => {
      const at = (frame - start) * channels;
      for (let c = at; c < at + channels; c++) samples[c] = (samples[c] ?? 0) * gain;
    };
    for (let f = Math.max(start, range.first - fade.length); f < Math.min(end, range.first); f++) {
      scale(f, fade[range.first - f - 1] ?? 1);
    }
    for (let f = Math.max(start, range.end); f < Math.min(end, range.end + fade.length); f++) {
      scale(f, fade[f - range.end] ?? 1);
    }
  }

  #generate(range: SampleRange, samples: Float32Array, start: number, end: number): void {
    const from = Math.max(start, range.first);
    const to = Math.min(end, range.end);
    if (from >= to) return;
    const { blur, rate, channels } = this.#options;
    if (this.#signal?.range !== range) this.#signal = new SpanSignal(blur, rate, range);
    const mono = new Float32Array(to - from);
    this.#signal.fill(mono);
    let at = (from - start) * channels;
    for (const value of mono) for (let c = 0; c < channels; c++) samples[at++] = value;
  }
}
