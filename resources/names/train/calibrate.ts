import { calibrated, evidenceOf } from '../../../main/detect/tagger/calibration';
import type { Calibration, Findings, NameFinder } from '../../../main/detect/names/NameFinder';
import type { Candidate } from '../../../main/detect/tagger/candidates';
import { MODEL_NAMES } from '../../../main/detect/tagger/NameTagger';
import { developmentTexts, ownTexts, type DevelopmentText } from './developmentTexts';
import { VARIANTS, type Variant } from './variants';

/** A candidate, and whether a name of a person, a place or an organisation stands there. */
export interface Judged extends Candidate {
  right: boolean;
}

export interface JudgedText extends DevelopmentText {
  variant: Variant;
  findings: Findings;
  candidates: Judged[];
}

export function judgedTexts(data: string, finder: NameFinder): JudgedText[] {
  return VARIANTS.flatMap((variant) =>
    [...developmentTexts(data, variant), ...ownTexts(variant)].map((text) => {
      const findings = finder.look(text.text);
      const candidates = findings.candidates.map((one) => ({ ...one, right: isRight(text, one) }));
      return { ...text, variant, findings, candidates };
    }),
  );
}

/** Tells whether a candidate touches a name of its kind; people and places count as one kind. */
export function isRight(
  { mentions }: DevelopmentText,
  { start, end, type }: Pick<Candidate, 'start' | 'end' | 'type'>,
): boolean {
  const organisation = type === 'organisation';
  return mentions.some(
    (mention) =>
      start < mention.end && end > mention.start && (organisation || mention.type !== 'organisation'),
  );
}

const STEPS = 600;
const RATE = 0.3;
/** Strength of the pull of weights towards zero; few texts would otherwise give large weights. */
const L2 = 1e-3;

/**
 * Weight of texts of the kind that the app is for: there are two thousand words of them, and a hundred thousand of
 * others.
 */
const OWN_WEIGHT = 5;

/** Fits the weights of the evidence for each model on the half of the texts that is not kept aside. */
export function calibrate(texts: readonly JudgedText[]): Calibration {
  const judged = texts
    .filter(({ aside }) => !aside)
    .flatMap(({ file, candidates }) =>
      file.startsWith('own-') ? Array<Judged[]>(OWN_WEIGHT).fill(candidates).flat() : candidates,
    );
  const fitted = MODEL_NAMES.map(
    (name) => [name, fit(judged.filter(({ model }) => model === name))] as const,
  );
  return Object.fromEntries(fitted) as unknown as Calibration;
}

function fit(judged: readonly Judged[]): number[] {
  const rows = judged.map((one) => ({ evidence: evidenceOf(one), right: one.right ? 1 : 0 }));
  const weights = Array.from(rows[0]?.evidence ?? [], () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -L2 * weight);
    for (const { evidence, right } of rows) {
      const error = (right - calibrated(weights, evidence)) / rows.length;
      for (const [i, value] of evidence.entries()) gradient[i] = (gradient[i] ?? 0) + error * value;
    }
    for (const [i, value] of gradient.entries()) weights[i] = (weights[i] ?? 0) + RATE * value;
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}
