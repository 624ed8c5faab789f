import type { Candidate } from './candidates';

/** Lists the evidence that a score is made from; each is a number of about −10 to 10. */
export function evidenceOf({ read, rule, elsewhere, ordinary }: Candidate): number[] {
  return [
    1,
    logit(read.mean),
    logit(read.most),
    logit(read.anyMean),
    rule?.score ?? 0,
    rule ? 1 : 0,
    rule?.type === 'other' ? 1 : 0,
    rule?.type === 'organisation' ? 1 : 0,
    elsewhere ? 1 : 0,
    ordinary ? 1 : 0,
    ordinary && !rule ? 1 : 0,
  ];
}

/** Least probability that is told apart: a smaller one is rounding. */
const LEAST_PROBABILITY = 1e-4;

function logit(probability: number): number {
  const p = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
  return Math.log(p / (1 - p));
}

/**
 * Returns the probability that a candidate is a name, by logistic regression with a weight for each piece of evidence.
 */
export function calibrated(weights: readonly number[], evidence: readonly number[]): number {
  const sum = evidence.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
