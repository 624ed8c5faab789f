import { brotliDecompressSync } from 'node:zlib';
import { gapsOf, packed, readGaps } from '../lexicon/HashTable';
import { BUCKETS, type SentenceFeatures } from './features';

/** Labels that a word may have. */
export const LABELS = ['other', 'person', 'place', 'organisation'] as const;
export const LABEL_COUNT = LABELS.length;
const OTHER = 0;

/** Probabilities of each label for each word of a sentence: `values[word * LABEL_COUNT + label]`. */
export type Marginals = Float32Array;

/**
 * Count of labels that a bucket is stored with. The weight of `other` is taken off the rest, since only differences
 * count.
 */
const STORED = LABEL_COUNT - 1;
/** Share of all weights beyond which they are cut, so that a few do not cost the rest their precision. */
const CLIPPED_FROM_SHARE = 0.9995;
const LARGEST_STEP = 127;
const TRANSITIONS = (LABEL_COUNT + 1) * LABEL_COUNT;

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over hashed features, with weights in
 * eight bits. `transitions[before * LABEL_COUNT + label]`; the last row is for the first word.
 */
export class CrfWeights {
  readonly #known = new WeakMap<Int32Array, Int32Array>();
  readonly #factors: Float64Array;

  private constructor(
    private readonly transitions: Float32Array,
    private readonly scale: number,
    /** Four steps to a bucket, so that the place of a label needs no multiplication by three. */
    private readonly steps: Int8Array,
  ) {
    this.#factors = factorsOf(transitions);
  }

  /**
   * Keeps the `most` buckets that weigh most, and none below `least`.
   * @param weights `LABEL_COUNT` to a bucket.
   */
  static quantise(
    transitions: Float32Array,
    weights: Float32Array,
    { most = Infinity, least = 0.02 }: { most?: number; least?: number } = {},
  ): CrfWeights {
    const strength = (bucket: number) => {
      const at = bucket * LABEL_COUNT;
      let strongest = 0;
      for (let label = 1; label < LABEL_COUNT; label++)
        strongest = Math.max(strongest, Math.abs((weights[at + label] ?? 0) - (weights[at] ?? 0)));
      return strongest;
    };
    let kept: { bucket: number; weight: number }[] = [];
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const weight = strength(bucket);
      if (weight > least) kept.push({ bucket, weight });
    }
    kept.sort((a, b) => b.weight - a.weight || a.bucket - b.bucket);
    if (kept.length > most) kept = kept.slice(0, most);
    const clip = kept[Math.floor(kept.length * (1 - CLIPPED_FROM_SHARE))]?.weight ?? 1;
    const scale = Math.fround(clip / LARGEST_STEP);
    const steps = new Int8Array(BUCKETS * LABEL_COUNT);
    for (const { bucket } of kept) {
      const at = bucket * LABEL_COUNT;
      for (let label = 1; label < LABEL_COUNT; label++) {
        const step = Math.round(((weights[at + label] ?? 0) - (weights[at + OTHER] ?? 0)) / scale);
        steps[at + label] = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
      }
    }
    return new CrfWeights(transitions.slice(), scale, steps);
  }

  /** Writes transitions and scale, the buckets as gaps of seven bits a byte, then one plane of steps for each label. */
  toBytes(): Buffer {
    const buckets: number[] = [];
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const at = bucket * LABEL_COUNT;
      if (this.steps.subarray(at + 1, at + LABEL_COUNT).some((step) => step !== 0)) buckets.push(bucket);
    }
    const head = Buffer.alloc(4 * (TRANSITIONS + 2));
    this.transitions.forEach((value, i) => head.writeFloatLE(value, 4 * i));
    head.writeFloatLE(this.scale, 4 * TRANSITIONS);
    head.writeUInt32LE(buckets.length, 4 * (TRANSITIONS + 1));
    const planes = Buffer.alloc(STORED * buckets.length);
    for (const [i, bucket] of buckets.entries()) {
      for (let label = 1; label < LABEL_COUNT; label++) {
        planes.writeInt8(this.steps[bucket * LABEL_COUNT + label] ?? 0, (label - 1) * buckets.length + i);
      }
    }
    return packed(Buffer.concat([head, planes, gapsOf(Uint32Array.from(buckets))]));
  }

  static fromBytes(bytes: Buffer): CrfWeights {
    const plain = brotliDecompressSync(bytes);
    const transitions = Float32Array.from({ length: TRANSITIONS }, (_, i) => plain.readFloatLE(4 * i));
    const scale = plain.readFloatLE(4 * TRANSITIONS);
    const count = plain.readUInt32LE(4 * (TRANSITIONS + 1));
    const planes = 4 * (TRANSITIONS + 2);
    const steps = new Int8Array(BUCKETS * LABEL_COUNT);
    const signed = new Int8Array(plain.buffer, plain.byteOffset, plain.byteLength);
    const buckets = readGaps(plain, planes + STORED * count, count);
    for (let i = 0; i < count; i++) {
      const first = (buckets[i] ?? 0) * LABEL_COUNT;
      steps[first + 1] = signed[planes + i] ?? 0;
      steps[first + 2] = signed[planes + count + i] ?? 0;
      steps[first + 3] = signed[planes + 2 * count + i] ?? 0;
    }
    return new CrfWeights(transitions, scale, steps);
  }

  /** Sums the steps of each label over features `ids[from]` up to `ids[to]`, into `sums`. */
  #sum(ids: Int32Array, from: number, to: number, sums: Int32Array): void {
    const { steps } = this;
    let person = 0;
    let place = 0;
    let organisation = 0;
    for (let k = from; k < to; k++) {
      const at = ((ids[k] ?? 0) & (BUCKETS - 1)) * LABEL_COUNT;
      person += steps[at + 1] ?? 0;
      place += steps[at + 2] ?? 0;
      organisation += steps[at + 3] ?? 0;
    }
    sums[0] = person;
    sums[1] = place;
    sums[2] = organisation;
  }

  /** Returns the sums over the features that a word has by itself: a long text has each of its words many times. */
  #ownSums(own: Int32Array): Int32Array {
    const known = this.#known.get(own);
    if (known) return known;
    const sums = new Int32Array(STORED);
    this.#sum(own, 0, own.length, sums);
    this.#known.set(own, sums);
    return sums;
  }

  /** Returns the marginals by the forward-backward algorithm. */
  marginals({ starts, ids, own }: SentenceFeatures): Marginals {
    const { scale } = this;
    const length = starts.length - 1;
    const scores = new Float64Array(length * LABEL_COUNT);
    const around = new Int32Array(STORED);
    for (let i = 0; i < length; i++) {
      const first = own[i];
      if (!first) continue;
      const ownSums = this.#ownSums(first);
      this.#sum(ids, (starts[i] ?? 0) + first.length, starts[i + 1] ?? 0, around);
      for (let label = 1; label < LABEL_COUNT; label++)
        scores[i * LABEL_COUNT + label] = ((ownSums[label - 1] ?? 0) + (around[label - 1] ?? 0)) * scale;
    }
    return marginalsOf(this.#factors, scores);
  }
}

/** Returns the factors of {@link marginalsOf}. */
export const factorsOf = (transitions: Float32Array): Float64Array =>
  Float64Array.from(transitions, Math.exp);

/**
 * Returns the marginals by the forward-backward algorithm. Each sum is scaled to one, as in Rabiner 1989 ("A tutorial on
 * hidden Markov models", V.A), so that it takes no logarithms.
 * @param factors `exp` of the transitions.
 * @param scores `LABEL_COUNT` to a word.
 */
export function marginalsOf(factors: Float64Array, scores: Float64Array): Marginals {
  const L = LABEL_COUNT;
  const words = scores.length / L;
  const emitted = new Float64Array(scores.length);
  const forward = new Float64Array(scores.length);
  const sums = new Float64Array(L);
  for (let i = 0; i < words; i++) {
    const at = i * L;
    const most = mostOf(scores, at);
    for (let label = 0; label < L; label++) {
      const emission = power((scores[at + label] ?? 0) - most);
      emitted[at + label] = emission;
      const before = i === 0 ? (factors[L * L + label] ?? 0) : dot(forward, at - L, factors, label, L);
      sums[label] = before * emission;
    }
    putShares(sums, forward, at);
  }
  const marginals = new Float32Array(scores.length);
  const backward = new Float64Array(L).fill(1);
  const behind = new Float64Array(L);
  for (let i = words - 1; i >= 0; i--) {
    const at = i * L;
    for (let label = 0; label < L; label++) sums[label] = (forward[at + label] ?? 0) * (backward[label] ?? 0);
    putShares(sums, marginals, at);
    for (let label = 0; label < L; label++)
      behind[label] = (emitted[at + label] ?? 0) * (backward[label] ?? 0);
    for (let label = 0; label < L; label++) sums[label] = dot(behind, 0, factors, label * L, 1);
    putShares(sums, backward, 0);
  }
  return marginals;
}

const mostOf = (values: Float64Array, at: number): number =>
  Math.max(values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0, values[at + 3] ?? 0);

/** Returns `exp`, and the one of zero at once: of each four values one is the largest. */
const power = (exponent: number): number => (exponent === 0 ? 1 : Math.exp(exponent));

/** Sums the products of the `LABEL_COUNT` values of `from` at `at` and those of `by`, which are `stride` apart. */
const dot = (from: Float64Array, at: number, by: Float64Array, first: number, stride: number): number =>
  (from[at] ?? 0) * (by[first] ?? 0) +
  (from[at + 1] ?? 0) * (by[first + stride] ?? 0) +
  (from[at + 2] ?? 0) * (by[first + 2 * stride] ?? 0) +
  (from[at + 3] ?? 0) * (by[first + 3 * stride] ?? 0);

/** Writes the shares of the `LABEL_COUNT` sums into `to` at `at`. */
function putShares(sums: Float64Array, to: Float64Array | Float32Array, at: number): void {
  const all = (sums[0] ?? 0) + (sums[1] ?? 0) + (sums[2] ?? 0) + (sums[3] ?? 0);
  for (let label = 0; label < LABEL_COUNT; label++) to[at + label] = (sums[label] ?? 0) / all;
}
