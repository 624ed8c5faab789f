import type { ToGate } from './gateMessages';
import { MaskGate } from './MaskGate';

// TypeScript has no types for the globals of a sound thread.
declare const sampleRate: number;
declare const currentFrame: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

registerProcessor(
  'mask-gate',
  class extends AudioWorkletProcessor {
    readonly #gate = new MaskGate(sampleRate, (message) => this.port.postMessage(message));

    constructor() {
      super();
      this.port.onmessage = ({ data }: MessageEvent<ToGate>) => this.#gate.receive(data);
    }

    process([input = []]: Float32Array[][], [output = []]: Float32Array[][]): boolean {
      this.#gate.process(input, output, currentFrame);
      return true;
    }
  },
);
