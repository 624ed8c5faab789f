import { BUCKETS, type SentenceFeatures } from '../../../main/detect/tagger/features';
import { LABEL_COUNT } from '../../../main/detect/tagger/CrfWeights';
import { forwardBackward, type Lattice } from './forwardBackward';

/** A sentence whose labels are known. */
export interface Example {
  features: SentenceFeatures;
  /** An index of `LABELS` for each word. */
  labels: Uint8Array;
  /** Weight of the example in each step. */
  weight: number;
}

export interface TrainingOptions {
  epochs: number;
  learningRate: number;
  /** Strength of the pull of weights towards zero. */
  l2: number;
  /** Share of a word's features that each step leaves out, so that none is relied on alone. */
  dropout: number;
  /** Least times that a feature stands in all examples; rarer features are left out. */
  leastCount: number;
  seed: number;
}

const L = LABEL_COUNT;
/** Least error of a label for a step: steps for smaller errors change nothing that would be seen. */
const SMALLEST_ERROR = 0.002;

/**
 * Makes a source of random numbers. xorshift64* would need BigInt; this is Marsaglia's xorshift32, which is enough for
 * shuffling and dropping.
 */
function randomFrom(seed: number): () => number {
  let x = seed | 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x >>> 0;
  };
}

/**
 * Trains the weights of a conditional random field by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer
 * 2011) and feature dropout (Hinton et al. 2012). The same examples and options give the same weights.
 */
export class CrfTrainer {
  readonly transitions = new Float32Array((L + 1) * L);
  readonly weights = new Float32Array(BUCKETS * L);
  readonly #transitionSquares = new Float32Array((L + 1) * L);
  readonly #squares = new Float32Array(BUCKETS * L);
  readonly #frequent = new Uint8Array(BUCKETS);
  readonly #random: () => number;
  #kept = new Uint8Array(1 << 14);

  constructor(
    private readonly examples: readonly Example[],
    private readonly options: TrainingOptions,
  ) {
    this.#random = randomFrom(options.seed);
    const counts = new Uint8Array(BUCKETS);
    for (const { features } of examples)
      for (const id of features.ids) if ((counts[id] ?? 0) < 255) counts[id] = (counts[id] ?? 0) + 1;
    for (let i = 0; i < BUCKETS; i++) this.#frequent[i] = (counts[i] ?? 0) >= options.leastCount ? 1 : 0;
  }

  /** @param told is called after each epoch with its mean log-likelihood per word. */
  train(told: (epoch: number, likelihood: number) => void): void {
    const order = Uint32Array.from(this.examples.keys());
    for (let epoch = 1; epoch <= this.options.epochs; epoch++) {
      for (let a = order.length; a > 1; a--) {
        const b = this.#random() % a;
        const swapped = order[a - 1] ?? 0;
        order[a - 1] = order[b] ?? 0;
        order[b] = swapped;
      }
      let likelihood = 0;
      let words = 0;
      for (const at of order) {
        const example = this.examples[at];
        if (!example) continue;
        likelihood += this.#step(example);
        words += example.labels.length;
      }
      told(epoch, likelihood / words);
    }
  }

  #step({ features: { starts, ids }, labels, weight }: Example): number {
    const { dropout } = this.options;
    const { weights } = this;
    if (this.#kept.length < ids.length) this.#kept = new Uint8Array(ids.length * 2);
    const kept = this.#kept;
    const dropBelow = dropout * 2 ** 32;
    const rise = 1 / (1 - dropout);
    const scores = new Float64Array(labels.length * L);
    for (let i = 0; i < labels.length; i++) {
      let [o, p, q, r] = [0, 0, 0, 0];
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
        const id = ids[k] ?? 0;
        const keeps = this.#frequent[id] === 1 && this.#random() >= dropBelow;
        kept[k] = keeps ? 1 : 0;
        if (!keeps) continue;
        o += weights[id * L] ?? 0;
        p += weights[id * L + 1] ?? 0;
        q += weights[id * L + 2] ?? 0;
        r += weights[id * L + 3] ?? 0;
      }
      scores[i * L] = o * rise;
      scores[i * L + 1] = p * rise;
      scores[i * L + 2] = q * rise;
      scores[i * L + 3] = r * rise;
    }
    const lattice = forwardBackward(this.transitions, scores);
    this.#updateTransitions(lattice, scores, labels, weight);
    this.#updateWeights(lattice, starts, ids, labels, weight * rise);
    let likelihood = -lattice.logPartition;
    for (let i = 0; i < labels.length; i++) {
      const before = i === 0 ? L : (labels[i - 1] ?? 0);
      likelihood +=
        (scores[i * L + (labels[i] ?? 0)] ?? 0) + (this.transitions[before * L + (labels[i] ?? 0)] ?? 0);
    }
    return likelihood;
  }

  #updateTransitions(
    { forward, backward, logPartition, marginals }: Lattice,
    scores: Float64Array,
    labels: Uint8Array,
    weight: number,
  ): void {
    const { transitions } = this;
    const gradient = new Float64Array((L + 1) * L);
    for (let label = 0; label < L; label++)
      gradient[L * L + label] = (labels[0] === label ? 1 : 0) - (marginals[label] ?? 0);
    for (let i = 1; i < labels.length; i++) {
      for (let before = 0; before < L; before++) {
        for (let label = 0; label < L; label++) {
          const at = before * L + label;
          const expected = Math.exp(
            (forward[(i - 1) * L + before] ?? 0) +
              (transitions[at] ?? 0) +
              (scores[i * L + label] ?? 0) +
              (backward[i * L + label] ?? 0) -
              logPartition,
          );
          const is = labels[i - 1] === before && labels[i] === label ? 1 : 0;
          gradient[at] = (gradient[at] ?? 0) + is - expected;
        }
      }
    }
    for (let at = 0; at < gradient.length; at++) {
      const g = (gradient[at] ?? 0) * weight;
      this.#transitionSquares[at] = (this.#transitionSquares[at] ?? 0) + g * g;
      transitions[at] =
        (transitions[at] ?? 0) +
        (this.options.learningRate * g) / Math.sqrt((this.#transitionSquares[at] ?? 0) + 1e-6);
    }
  }

  #updateWeights(
    { marginals }: Lattice,
    starts: Int32Array,
    ids: Int32Array,
    labels: Uint8Array,
    weight: number,
  ): void {
    const { weights } = this;
    const squares = this.#squares;
    const kept = this.#kept;
    const { learningRate, l2 } = this.options;
    const error = new Float64Array(L);
    for (let i = 0; i < labels.length; i++) {
      let most = 0;
      for (let label = 0; label < L; label++) {
        error[label] = ((labels[i] === label ? 1 : 0) - (marginals[i * L + label] ?? 0)) * weight;
        most = Math.max(most, Math.abs(error[label] ?? 0));
      }
      if (most < SMALLEST_ERROR) continue;
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
        if (kept[k] === 0) continue;
        const first = (ids[k] ?? 0) * L;
        for (let label = 0; label < L; label++) {
          const at = first + label;
          const value = weights[at] ?? 0;
          const g = (error[label] ?? 0) - l2 * value;
          const square = (squares[at] ?? 0) + g * g;
          squares[at] = square;
          weights[at] = value + (learningRate * g) / Math.sqrt(square + 1e-4);
        }
      }
    }
  }
}
