import { expect, it } from 'vitest';
import {
  CrfWeights,
  factorsOf,
  LABEL_COUNT,
  marginalsOf,
} from '../../../../../main/detect/tagger/CrfWeights';
import { BUCKETS } from '../../../../../main/detect/tagger/features';
import { forwardBackward } from '../../../../../resources/names/train/forwardBackward';

const L = LABEL_COUNT;

/** Returns numbers from −1 to 1, always the same. */
function numbers(count: number, seed: number): Float32Array {
  let x = seed;
  return Float32Array.from({ length: count }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x / 2 ** 31 - 1;
  });
}

/** Returns every sequence of labels of a length. */
const sequences = (length: number): number[][] =>
  length === 0
    ? [[]]
    : sequences(length - 1).flatMap((rest) => Array.from({ length: L }, (_, label) => [...rest, label]));

it('gives the marginals that summing over every sequence of labels gives', () => {
  const words = 5;
  const transitions = numbers((L + 1) * L, 7).map((value) => 2 * value);
  const scores = Float64Array.from(numbers(words * L, 11), (value) => 3 * value);
  const sums = new Float64Array(words * L);
  let all = 0;
  for (const labels of sequences(words)) {
    const log = labels.reduce((sum, label, i) => {
      const before = i === 0 ? L : (labels[i - 1] ?? 0);
      return sum + (scores[i * L + label] ?? 0) + (transitions[before * L + label] ?? 0);
    }, 0);
    const weight = Math.exp(log);
    all += weight;
    for (const [i, label] of labels.entries()) sums[i * L + label] = (sums[i * L + label] ?? 0) + weight;
  }
  const { marginals, logPartition } = forwardBackward(transitions, scores);
  expect(logPartition).toBeCloseTo(Math.log(all), 6);
  const scaled = marginalsOf(factorsOf(transitions), scores);
  for (const [k, sum] of sums.entries()) {
    expect(marginals[k]).toBeCloseTo(sum / all, 5);
    expect(scaled[k]).toBeCloseTo(sum / all, 6);
  }
});

it('reads what it wrote, keeps the strongest buckets, and is near what it was made from', () => {
  const weights = new Float32Array(BUCKETS * L);
  const strong = numbers(100 * L, 3);
  strong.forEach((value, i) => (weights[i * 37] = value));
  const transitions = numbers((L + 1) * L, 5);
  const ids = Int32Array.from({ length: 60 }, (_, i) => Math.floor((i * 37) / L) % BUCKETS);
  // The first five features of each word come from the word alone.
  const own = [0, 20, 40].map((at) => ids.slice(at, at + 5));
  const features = { starts: Int32Array.of(0, 20, 40, 60), ids, own };
  const exact = new Float64Array(3 * L);
  for (let word = 0; word < 3; word++) {
    for (let k = 20 * word; k < 20 * word + 20; k++) {
      for (let label = 0; label < L; label++)
        exact[word * L + label] = (exact[word * L + label] ?? 0) + (weights[(ids[k] ?? 0) * L + label] ?? 0);
    }
  }
  const made = CrfWeights.quantise(transitions, weights);
  const wanted = forwardBackward(transitions, exact).marginals;
  const got = made.marginals(features);
  for (const [k, value] of wanted.entries()) expect(Math.abs((got[k] ?? 0) - value)).toBeLessThan(0.05);
  expect(CrfWeights.fromBytes(made.toBytes()).marginals(features)).toEqual(got);
  const few = CrfWeights.quantise(transitions, weights, { most: 10 });
  expect(few.toBytes().length).toBeLessThan(made.toBytes().length);
});
