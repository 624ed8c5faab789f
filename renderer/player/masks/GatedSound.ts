import type { FromGate, Masks, ToGate } from './gateMessages';
import gateUrl from './maskGate.worklet.ts?worker&url';

/**
 * Milliseconds without playing after which the sound thread stops. It takes a twentieth of a processor also for silence,
 * and a moment to begin again.
 */
const REST_AFTER_MILLISECONDS = 30_000;

/** The only way from an element to the loudspeaker. Its gate is shut until it is told what may be played. */
export class GatedSound {
  #masked = false;
  /** The callers that wait until it is shut. */
  readonly #waiting: (() => void)[] = [];
  #resting: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly element: HTMLMediaElement,
    private readonly context: AudioContext,
    private readonly gate: AudioWorkletNode,
  ) {
    gate.port.onmessage = ({ data }: MessageEvent<FromGate>) => this.#answer(data);
    // From here on the element itself is silent.
    context.createMediaElementSource(element).connect(gate).connect(context.destination);
  }

  /**
   * Makes no sound until `resume`.
   * @throws when the browser cannot do this. The element must not be played then.
   */
  static async open(element: HTMLMediaElement): Promise<GatedSound> {
    const context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule(gateUrl);
    void context.suspend();
    return new GatedSound(element, context, new AudioWorkletNode(context, 'mask-gate'));
  }

  setMasks(masks: Masks | null): void {
    this.#masked = masks !== null;
    this.#send({ type: 'masks', masks });
  }

  /**
   * Waits until nothing of the element comes through any more, until `follow`. Without masks there is no need to wait.
   */
  async shut(): Promise<void> {
    if (!this.#masked) return;
    const shut = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#send({ type: 'shut' });
    await shut;
  }

  /** Tells that the element is where it was sent, and plays on from there. */
  follow(): void {
    this.#send({ type: 'follow' });
  }

  resume(): void {
    clearTimeout(this.#resting);
    void this.context.resume();
  }

  /** Stops the sound thread in a while, unless something plays then. */
  rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (this.element.paused) this.suspend();
    }, REST_AFTER_MILLISECONDS);
  }

  suspend(): void {
    clearTimeout(this.#resting);
    void this.context.suspend();
  }

  #answer(message: FromGate): void {
    if (message.type === 'shut') this.#waiting.shift()?.();
    // While the element is paused or on its way elsewhere, its time is not that of the sound that comes out.
    else if (!this.element.paused && !this.element.seeking) {
      this.#send({ type: 'at', frame: message.frame, time: this.element.currentTime });
    }
  }

  #send(message: ToGate): void {
    this.gate.port.postMessage(message);
  }
}
