import type { Suggestion } from '../../shared/model/suggestion';
import { LEAST_SCORES } from '../../shared/model/questionLevel';
import { suggestByRules } from './suggestByRules';
import { calibrated, evidenceOf } from './tagger/calibration';
import { candidatesOf, type Candidate } from './tagger/candidates';
import { spreadReadings } from './tagger/spreadReadings';
import { calibration, trainedTagger } from './trainedTagger';

/** A part of a text, in UTF-16 code units. */
interface Part {
  start: number;
  end: number;
}

/**
 * Names of people, places and organisations: what rules and a trained model find, with the probability that it is right.
 * @param taken parts that are something else.
 */
export function suggestNames(text: string, taken: readonly Part[] = []): Suggestion[] {
  const read = trainedTagger.read(text);
  spreadReadings(read);
  const weights = calibration();
  return candidatesOf(suggestByRules(text, taken), read).flatMap((candidate) => {
    const { type, start, end, model } = candidate;
    if (taken.some((part) => start < part.end && end > part.start)) return [];
    const score = calibrated(weights[model], evidenceOf(candidate));
    if (score < LEAST_SCORES.everything) return [];
    const rounded = Math.round(score * 100) / 100;
    return [{ type, text: text.slice(start, end), start, end, score: rounded, why: whyOf(candidate) }];
  });
}

/** The model is named as a reason from this probability on. */
const TELLING = 0.3;

function whyOf({ rule, read, elsewhere }: Candidate): string {
  const reasons = [
    ...(rule ? [rule.why] : []),
    ...(elsewhere ? ['read as a name elsewhere'] : []),
    ...(!elsewhere && (!rule || read.anyMean >= TELLING) ? ['reads like a name between these words'] : []),
  ];
  return reasons.join('; ');
}
