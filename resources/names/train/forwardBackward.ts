import { LABEL_COUNT, type Marginals } from '../../../main/detect/tagger/CrfWeights';

/**
 * Returns `log(Σ exp)` of the `LABEL_COUNT` values of `from` at `at`, each added to one of `plus`, which are `stride`
 * apart.
 */
function logSum(from: Float64Array, at: number, plus: Float32Array, first: number, stride: number): number {
  const a = (from[at] ?? 0) + (plus[first] ?? 0);
  const b = (from[at + 1] ?? 0) + (plus[first + stride] ?? 0);
  const c = (from[at + 2] ?? 0) + (plus[first + 2 * stride] ?? 0);
  const d = (from[at + 3] ?? 0) + (plus[first + 3 * stride] ?? 0);
  const most = Math.max(a, b, c, d);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most) + Math.exp(d - most));
}

const NOTHING = new Float32Array(LABEL_COUNT);

export interface Lattice {
  marginals: Marginals;
  /** Logarithms of the sums over all labels before a word, its own score included, and of those behind it. */
  forward: Float64Array;
  backward: Float64Array;
  /** Logarithm of the sum over all label sequences. */
  logPartition: number;
}

/**
 * Runs the forward-backward algorithm in logarithms, which training needs.
 * @param scores `LABEL_COUNT` to a word.
 */
export function forwardBackward(transitions: Float32Array, scores: Float64Array): Lattice {
  const L = LABEL_COUNT;
  const words = scores.length / L;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const behind = new Float64Array(L);
  for (let label = 0; label < L; label++)
    forward[label] = (scores[label] ?? 0) + (transitions[L * L + label] ?? 0);
  for (let i = 1; i < words; i++) {
    for (let label = 0; label < L; label++)
      forward[i * L + label] =
        (scores[i * L + label] ?? 0) + logSum(forward, (i - 1) * L, transitions, label, L);
  }
  for (let i = words - 2; i >= 0; i--) {
    for (let label = 0; label < L; label++)
      behind[label] = (backward[(i + 1) * L + label] ?? 0) + (scores[(i + 1) * L + label] ?? 0);
    for (let label = 0; label < L; label++)
      backward[i * L + label] = logSum(behind, 0, transitions, label * L, 1);
  }
  const logPartition = words === 0 ? 0 : logSum(forward, (words - 1) * L, NOTHING, 0, 1);
  const marginals = new Float32Array(scores.length);
  for (let k = 0; k < scores.length; k++)
    marginals[k] = Math.exp((forward[k] ?? 0) + (backward[k] ?? 0) - logPartition);
  return { marginals, forward, backward, logPartition };
}
