import { randomNumbers } from './randomNumbers';
import { COEFFICIENTS, type VoiceFrames } from './VoiceFrames';

const COMPONENTS = 12;
const ROUNDS = 8;
/** Least frames for each component, so that none learns a single sound by heart. */
const FRAMES_PER_COMPONENT = 60;
/** Most frames to learn a voice from; more are not needed. */
const MOST_FRAMES = 20_000;
/** Share of the variance of all frames of a voice; no component is narrower. */
const NARROWEST_SHARE = 0.15;

/** Models the sounds of one voice as a mixture of Gaussians with diagonal covariance (Reynolds and Rose 1995). */
export class VoiceModel {
  private constructor(
    private readonly means: Float64Array[],
    private readonly variances: Float64Array[],
    /** Log weights of the components, with everything else that does not depend on the sound. */
    private readonly constants: Float64Array,
  ) {}

  /** Learns a voice from its own frames. The same frames give the same model. */
  static learn(frames: VoiceFrames, own: readonly number[], seed: number): VoiceModel {
    const step = Math.max(1, own.length / MOST_FRAMES);
    const rows = Array.from({ length: Math.floor(own.length / step) }, (_, i) =>
      rowOf(frames, own[Math.floor(i * step)] ?? 0),
    );
    const count = Math.max(1, Math.min(COMPONENTS, Math.floor(rows.length / FRAMES_PER_COMPONENT)));
    const spread = varianceOf(rows);
    const random = randomNumbers(seed);
    let model = VoiceModel.of(
      Array.from(
        { length: count },
        () => rows[Math.floor(random() * rows.length)]?.slice() ?? new Float64Array(COEFFICIENTS),
      ),
      Array.from({ length: count }, () => spread.map((value) => value + 0.1)),
      Array.from({ length: count }, () => 1 / count),
    );
    for (let round = 0; round < ROUNDS; round++) model = model.#better(rows, spread);
    return model;
  }

  private static of(
    means: Float64Array[],
    variances: Float64Array[],
    weights: readonly number[],
  ): VoiceModel {
    const constants = Float64Array.from(
      variances,
      (variance, m) =>
        Math.log(weights[m] ?? 0) - 0.5 * variance.reduce((sum, value) => sum + Math.log(value), 0),
    );
    return new VoiceModel(means, variances, constants);
  }

  /** Returns the log likelihood that the voice makes the sound of a frame, up to a constant. */
  score(frames: VoiceFrames, frame: number): number {
    return this.#likelihoods(rowOf(frames, frame)).total;
  }

  #better(rows: readonly Float64Array[], spread: Float64Array): VoiceModel {
    const counts = this.means.map(() => 1e-3);
    const sums = this.means.map(() => new Float64Array(COEFFICIENTS));
    const squares = this.means.map(() => new Float64Array(COEFFICIENTS));
    for (const row of rows) {
      const { each, total } = this.#likelihoods(row);
      for (const [m, logarithm] of each.entries()) {
        const part = Math.exp(logarithm - total);
        counts[m] = (counts[m] ?? 0) + part;
        const [sum, square] = [sums[m], squares[m]];
        if (!sum || !square) continue;
        for (let c = 0; c < COEFFICIENTS; c++) {
          const value = row[c] ?? 0;
          sum[c] = (sum[c] ?? 0) + part * value;
          square[c] = (square[c] ?? 0) + part * value * value;
        }
      }
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    const means = sums.map((sum, m) => sum.map((value) => value / (counts[m] ?? 1)));
    const variances = squares.map((square, m) =>
      square.map((value, c) =>
        Math.max(
          value / (counts[m] ?? 1) - (means[m]?.[c] ?? 0) ** 2,
          NARROWEST_SHARE * (spread[c] ?? 0) + 1e-6,
        ),
      ),
    );
    return VoiceModel.of(
      means,
      variances,
      counts.map((count) => count / all),
    );
  }

  #likelihoods(row: Float64Array): { each: Float64Array; total: number } {
    const each = new Float64Array(this.means.length);
    let highest = -Infinity;
    for (let m = 0; m < each.length; m++) {
      const [mean, variance] = [this.means[m], this.variances[m]];
      if (!mean || !variance) continue;
      let sum = 0;
      for (let c = 0; c < COEFFICIENTS; c++) {
        const away = (row[c] ?? 0) - (mean[c] ?? 0);
        sum += (away * away) / (variance[c] ?? 1);
      }
      const value = (this.constants[m] ?? 0) - 0.5 * sum;
      each[m] = value;
      if (value > highest) highest = value;
    }
    let total = 0;
    for (const value of each) total += Math.exp(value - highest);
    return { each, total: highest + Math.log(total) };
  }
}

const rowOf = (frames: VoiceFrames, frame: number): Float64Array => {
  const row = new Float64Array(COEFFICIENTS);
  for (let c = 0; c < COEFFICIENTS; c++) row[c] = frames.coefficient(frame, c);
  return row;
};

function varianceOf(rows: readonly Float64Array[]): Float64Array {
  const variance = new Float64Array(COEFFICIENTS);
  for (let c = 0; c < COEFFICIENTS; c++) {
    const mean = rows.reduce((sum, row) => sum + (row[c] ?? 0), 0) / rows.length;
    variance[c] = rows.reduce((sum, row) => sum + ((row[c] ?? 0) - mean) ** 2, 0) / rows.length;
  }
  return variance;
}
