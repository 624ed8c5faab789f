import type { Blur } from '../model/formats';
import { fadeTable } from './fadeTable';
import type { SampleRange } from './maskRanges';
import { makeSignal } from './makeSignal';
import type { SignalSource } from './SignalSource';

/** Seconds over which the generated signal rises and falls at the edges of its span, inside it. */
const RAMP_SECONDS = 0.005;

/**
 * Generates the mono sound that is heard instead of a span. It depends on the kind, the sample rate and the span's
 * place, and on nothing else. The exporter writes it, and verification writes it again from the same code.
 */
export class SpanSignal {
  readonly #source: SignalSource | null;
  readonly #ramp: Float32Array;
  #done = 0;

  constructor(
    blur: Blur,
    rate: number,
    readonly range: SampleRange,
  ) {
    this.#ramp = fadeTable(Math.round(RAMP_SECONDS * rate));
    this.#source = makeSignal(blur, rate, range.first);
  }

  /** Writes the samples that follow the last ones written; the first call starts at `range.first`. */
  fill(target: Float32Array): void {
    if (this.#source) this.#source.fill(target);
    else target.fill(0);
    const length = this.range.end - this.range.first;
    const ramp = this.#ramp;
    for (let i = 0; i < target.length; i++) {
      const k = this.#done + i;
      const edge = Math.min(k, length - 1 - k);
      if (edge < ramp.length) target[i] = (target[i] ?? 0) * (ramp[edge] ?? 0);
    }
    this.#done += target.length;
  }
}
