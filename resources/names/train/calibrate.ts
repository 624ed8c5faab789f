import { calibrated, evidenceOf } from '../../../main/detect/tagger/calibration';
import { candidatesOf, type Candidate } from '../../../main/detect/tagger/candidates';
import { MODEL_NAMES, type ModelName, type NameTagger } from '../../../main/detect/tagger/NameTagger';
import { spreadReadings } from '../../../main/detect/tagger/spreadReadings';
import { suggestByRules } from '../../../main/detect/suggestByRules';
import { developmentTexts, type DevelopmentText } from './developmentTexts';
import { VARIANTS, type Variant } from './variants';

/** A candidate, and whether a name of a person, a place or an organisation stands there. */
export interface Judged extends Candidate {
  right: boolean;
}

export interface JudgedText extends DevelopmentText {
  variant: Variant;
  candidates: Judged[];
}

export function judgedTexts(data: string, tagger: NameTagger): JudgedText[] {
  return VARIANTS.flatMap((variant) =>
    developmentTexts(data, variant).map((text) => {
      const read = tagger.read(text.text);
      spreadReadings(read);
      const candidates = candidatesOf(suggestByRules(text.text), read).map((candidate) => ({
        ...candidate,
        right: isRight(text, candidate),
      }));
      return { ...text, variant, candidates };
    }),
  );
}

/** It touches a name of its kind; people and places count as one. */
function isRight({ mentions }: DevelopmentText, { start, end, type }: Candidate): boolean {
  const organisation = type === 'organisation';
  return mentions.some(
    (mention) =>
      start < mention.end && end > mention.start && (organisation || mention.type !== 'organisation'),
  );
}

export type Calibration = Record<ModelName, number[]>;

const STEPS = 600;
const RATE = 0.3;
/** Pulls weights towards zero; few texts would give large ones otherwise. */
const L2 = 1e-3;

/** Fits the weights of the evidence for each model on the half of the texts that is not kept aside. */
export function calibrate(texts: readonly JudgedText[]): Calibration {
  const judged = texts.filter(({ aside }) => !aside).flatMap(({ candidates }) => candidates);
  const fitted = MODEL_NAMES.map(
    (name) => [name, fit(judged.filter(({ model }) => model === name))] as const,
  );
  return Object.fromEntries(fitted) as Calibration;
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
