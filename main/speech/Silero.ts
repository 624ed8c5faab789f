import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import { FRAME_SAMPLES, LEAD_FRAMES, PIECE_FRAMES } from './speechScores';

/** Samples of the previous frame that the network wants before each frame; without them its scores collapse. */
const CONTEXT_SAMPLES = 64;
const INPUT = CONTEXT_SAMPLES + FRAME_SAMPLES;
/** Frames of each piece in one call. More frames mean fewer calls of the runtime and more memory: 16 kB a frame. */
const FRAMES_AT_ONCE = 128;
/** Numbers in the network's memory: two layers of 128. */
const LAYER_COUNT = 2;
const UNITS_PER_LAYER = 128;

/**
 * Silero VAD, a small recurrent network that tells how likely somebody speaks in a frame; its graph takes sequences of frames
 * (`resources/speech`).
 */
export class Silero {
  private constructor(private readonly session: InferenceSession) {}

  /**
   * @param wasm the runtime's WebAssembly, which is given so that nothing is fetched from anywhere.
   * @throws {Error} when this machine has no WebAssembly, or not its vector instructions.
   */
  static async load(weights: Uint8Array, wasm: Uint8Array): Promise<Silero> {
    env.wasm.numThreads = 1;
    env.wasm.proxy = false;
    env.wasm.wasmBinary = wasm.slice().buffer;
    env.logLevel = 'error';
    // `resources/speech` has the graph as it is best run; looking for a better one takes longer than a minute of sound.
    const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'disabled' } as const;
    return new Silero(await InferenceSession.create(weights, options));
  }

  /**
   * @param pieces each `PIECE_SAMPLES` long, mono at 16 kHz.
   * @returns `PIECE_FRAMES` scores for each piece, 0 to 1.
   */
  async score(pieces: readonly Float32Array[]): Promise<Float32Array[]> {
    const count = pieces.length;
    if (count === 0) return [];
    const scores = pieces.map(() => new Float32Array(PIECE_FRAMES));
    const input = new Float32Array(FRAMES_AT_ONCE * count * INPUT);
    let state = new Tensor('float32', new Float32Array(LAYER_COUNT * count * UNITS_PER_LAYER), [
      LAYER_COUNT,
      count,
      UNITS_PER_LAYER,
    ]);
    for (let from = 0; from < LEAD_FRAMES + PIECE_FRAMES; from += FRAMES_AT_ONCE) {
      for (let i = 0; i < FRAMES_AT_ONCE * count; i++) {
        const at = (from + Math.floor(i / count)) * FRAME_SAMPLES;
        const heard = pieces[i % count]?.subarray(Math.max(0, at - CONTEXT_SAMPLES), at + FRAME_SAMPLES);
        if (heard) input.set(heard, (i + 1) * INPUT - heard.length);
      }
      const given = new Tensor('float32', input, [FRAMES_AT_ONCE, count, INPUT]);
      const { output, stateN } = await this.session.run({ input: given, state });
      if (!output || !stateN) throw new Error('the speech detector gave no answer');
      state = new Tensor('float32', Float32Array.from(stateN.data as Float32Array), stateN.dims);
      for (const [i, score] of (output.data as Float32Array).entries()) {
        const frame = from + Math.floor(i / count) - LEAD_FRAMES;
        const scored = scores[i % count];
        if (scored && frame >= 0) scored[frame] = score;
      }
    }
    return scores;
  }
}
