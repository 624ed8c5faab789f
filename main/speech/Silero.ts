import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import { FRAME_SAMPLES, LEAD_FRAMES, PIECE_FRAMES, PIECE_SAMPLES } from './speechScores';

/** Samples of the frame before that the network wants in front of each; without them its scores collapse. */
const CONTEXT_SAMPLES = 64;
const INPUT = CONTEXT_SAMPLES + FRAME_SAMPLES;
/** Numbers in the network's memory: two layers of 128. */
const LAYER_COUNT = 2;
const UNITS_PER_LAYER = 128;

/** Silero VAD, a small recurrent network that tells how likely somebody speaks in a frame. */
export class Silero {
  private constructor(private readonly session: InferenceSession) {}

  /**
   * @param wasm the runtime's WebAssembly; given, so that nothing is fetched from anywhere.
   * @throws {Error} where WebAssembly, or its vector instructions, are not to be had on this machine.
   */
  static async load(weights: Uint8Array, wasm: Uint8Array): Promise<Silero> {
    env.wasm.numThreads = 1;
    env.wasm.proxy = false;
    env.wasm.wasmBinary = wasm.slice().buffer;
    env.logLevel = 'error';
    return new Silero(await InferenceSession.create(weights, { executionProviders: ['wasm'] }));
  }

  /**
   * @param pieces each `PIECE_SAMPLES` long, mono at 16 kHz.
   * @returns for each its `PIECE_FRAMES` scores, 0 to 1.
   */
  async score(pieces: readonly Float32Array[]): Promise<Float32Array[]> {
    const count = pieces.length;
    const rate = new Tensor('int64', BigInt64Array.of(16_000n), []);
    const input = new Float32Array(count * INPUT);
    const scores = pieces.map(() => new Float32Array(PIECE_FRAMES));
    let state = new Tensor('float32', new Float32Array(LAYER_COUNT * count * UNITS_PER_LAYER), [
      LAYER_COUNT,
      count,
      UNITS_PER_LAYER,
    ]);
    for (let frame = 0; frame * FRAME_SAMPLES < PIECE_SAMPLES; frame++) {
      for (const [i, piece] of pieces.entries()) {
        const at = frame * FRAME_SAMPLES;
        const heard = piece.subarray(Math.max(0, at - CONTEXT_SAMPLES), at + FRAME_SAMPLES);
        input.set(heard, (i + 1) * INPUT - heard.length);
      }
      const given = new Tensor('float32', input, [count, INPUT]);
      const { output, stateN } = await this.session.run({ input: given, state, sr: rate });
      if (!output || !stateN) throw new Error('the speech detector gave no answer');
      state = new Tensor('float32', Float32Array.from(stateN.data as Float32Array), stateN.dims);
      if (frame < LEAD_FRAMES) continue;
      for (const [i, one] of scores.entries())
        one[frame - LEAD_FRAMES] = (output.data as Float32Array)[i] ?? 0;
    }
    return scores;
  }
}
