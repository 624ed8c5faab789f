import { makeSignal } from '../../../shared/mask/makeSignal';
import type { SignalSource } from '../../../shared/mask/SignalSource';
import type { Span } from '../../../shared/model/entity';
import type { FromGate, Masks, ToGate } from './gateMessages';

/** Frames between two questions for the place of the recording; a hundred questions a second. */
const ASK_EVERY_FRAMES = 512;
/** The fastest speed of playing. */
const FASTEST_SPEED = 2;
/** Seconds by which a browser's time may differ from what comes out; 0.03 was seen with many changes of speed. */
const DOUBT_SECONDS = 0.08;
/** Seconds in which one sound replaces the other. */
const RAMP_SECONDS = 0.005;

/**
 * Lets a recording through, except for its withheld spans, where it makes the signal of the export. It works on the
 * thread that makes the sound, and relies on no timer. From the last answer about the place of the recording it knows
 * between which two moments it can be by now, and it is open only while no span lies between them. When answers are
 * late, it shuts too early and opens too late.
 */
export class MaskGate {
  #masks: Masks | null = null;
  #signal: SignalSource | null = null;
  #following = false;
  #known: { frame: number; time: number } | null = null;
  #askAt = 0;
  /** Gains of the recording and of the signal. The gate begins shut, since it was told nothing about masks yet. */
  #open = 0;
  #blurred = 0;
  #told = false;
  #scratch = new Float32Array(0);

  /** @param rate Hz of the output. */
  constructor(
    private readonly rate: number,
    private readonly tell: (message: FromGate) => void,
  ) {}

  receive(message: ToGate): void {
    switch (message.type) {
      case 'masks':
        this.#masks = message.masks;
        this.#signal = message.masks && makeSignal(message.masks.blur, this.rate, 0);
        this.#told = true;
        if (message.masks) this.#shut();
        break;
      case 'shut':
        if (this.#masks) this.#shut();
        this.tell({ type: 'shut' });
        break;
      case 'follow':
        this.#following = true;
        this.#askAt = 0;
        break;
      case 'at':
        if (this.#following) this.#known = { frame: message.frame, time: message.time };
    }
  }

  #shut(): void {
    this.#following = false;
    this.#known = null;
    this.#open = this.#blurred = 0;
  }

  /**
   * @param input channels of the recording; none when it gives nothing.
   * @param output as many channels, or one.
   * @param frame number of frames that were put out before these.
   */
  process(input: readonly Float32Array[], output: readonly Float32Array[], frame: number): void {
    const frames = output[0]?.length ?? 0;
    if (this.#masks && this.#following && frame >= this.#askAt) {
      this.#askAt = frame + ASK_EVERY_FRAMES;
      this.tell({ type: 'where', frame });
    }
    const place = this.#placeAfter(frame + frames);
    const signal = this.#signalOf(frames);
    const step = 1 / (RAMP_SECONDS * this.rate);
    const towards = (gain: number, on: boolean) => (on ? Math.min(1, gain + step) : Math.max(0, gain - step));
    for (let i = 0; i < frames; i++) {
      this.#open = towards(this.#open, place === 'outside');
      this.#blurred = towards(this.#blurred, place === 'inside');
      for (const [channel, samples] of output.entries()) {
        samples[i] = (input[channel]?.[i] ?? 0) * this.#open + (signal[i] ?? 0) * this.#blurred;
      }
    }
  }

  /** Says where the recording may be when `frame` is put out. */
  #placeAfter(frame: number): 'outside' | 'inside' | 'unknown' {
    if (!this.#masks) return this.#told ? 'outside' : 'unknown';
    if (!this.#known) return 'unknown';
    const { time, frame: asked } = this.#known;
    const furthest = time + (FASTEST_SPEED * (frame - asked)) / this.rate;
    return touchesAny(this.#masks.spans, time - DOUBT_SECONDS, furthest + DOUBT_SECONDS)
      ? 'inside'
      : 'outside';
  }

  #signalOf(frames: number): Float32Array {
    if (this.#scratch.length !== frames) this.#scratch = new Float32Array(frames);
    this.#signal?.fill(this.#scratch);
    return this.#signal ? this.#scratch : NOTHING;
  }
}

const NOTHING = new Float32Array(0);

/** Tells whether any part of the sorted, disjoint spans lies between two times. */
export function touchesAny(spans: readonly Span[], from: number, to: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.from ?? Infinity) < to;
}
