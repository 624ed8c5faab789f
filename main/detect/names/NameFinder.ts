import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';
import { OCCASION } from '../lexicon/cueWords';
import { fold } from '../../../shared/text/romanKey';
import { isCommonWord } from '../lexicon/isCommonWord';
import { isGrammar } from '../lexicon/isGrammar';
import { LEAST_SCORES } from '../../../shared/model/questionLevel';
import { calibrated, evidenceOf } from '../tagger/calibration';
import { candidatesOf, supportIn, type Candidate } from '../tagger/candidates';
import type { ModelName, NameTagger, TaggedPiece } from '../tagger/NameTagger';
import { overlapping } from '../tagger/overlapping';
import { spreadReadings } from '../tagger/spreadReadings';
import { findNames } from './findNames';
import { lessWhereDoubtful } from './lessWhereDoubtful';
import { readingOf, type Reading } from './reading';
import { spreadNames, type FoundName } from './spreadNames';
import { tokenize, type Token } from './tokenize';

/** A part of a text, in UTF-16 code units. */
interface Part {
  start: number;
  end: number;
}

/** The weights of the evidence, for each model. */
export type Calibration = Readonly<Record<ModelName, readonly number[]>>;

/** All that was found in a text, before it is decided which of it to ask about. */
export interface Findings {
  text: string;
  reading: Reading;
  read: readonly (readonly TaggedPiece[])[];
  candidates: readonly Candidate[];
}

/**
 * Least probability at which a Cyrillic or everyday word is a name again: too many such words sound like another one,
 * or are one.
 */
const LEAST_READ_PROBABILITY = 0.02;

/** Finds names of people, places and organisations by rules and by a trained model together. */
export class NameFinder {
  constructor(private readonly tagger: NameTagger) {}

  /** @param taken parts that are something else, in the order of the text. */
  look(text: string, taken: readonly Part[] = []): Findings {
    const isFree = ({ start, end }: Part) =>
      taken.length === 0 || overlapping(taken, start, end).length === 0;
    const tokens = tokenize(text).filter(isFree);
    const reading = readingOf(tokens);
    const read = this.tagger.read(text);
    spreadReadings(read);
    const rules = findNames(reading).map((name) => suggestionOf(text, reading, name));
    const isSomething = ({ start, end, model }: Candidate) =>
      LETTERS_WITH_STOPS.test(text.slice(start, end)) ||
      !tokenize(text.slice(start, end)).every(
        (token) => isOfGrammar(token) || (model === 'latin' && isPlain(token)),
      );
    const candidates = candidatesOf(rules, read).filter((one) => isFree(one) && isSomething(one));
    return { text, reading, read, candidates };
  }

  /**
   * Returns suggestions with the probability of being right as their score, in the order of the text, none overlapping.
   */
  decide(findings: Findings, calibration: Calibration): Suggestion[] {
    const { text } = findings;
    const scored = findings.candidates.map((candidate): Suggestion => {
      const { start, end, model } = candidate;
      const type = isThing(candidate, text) ? 'organisation' : candidate.type;
      const score = calibrated(calibration[model], evidenceOf(candidate));
      return { type, text: text.slice(start, end), start, end, score: rounded(score), why: whyOf(candidate) };
    });
    const asked = scored.filter(({ score }) => score >= LEAST_SCORES.everything);
    const sure = asked.filter(({ score }) => score >= LEAST_SCORES.fewer);
    const again = spread(findings, sure);
    const weak = asked.filter(
      (one) => one.score >= LEAST_SCORES.fewer || overlapping(again, one.start, one.end).length === 0,
    );
    const all = [...weak, ...again].sort((a, b) => a.start - b.start);
    return lessWhereDoubtful(findings, all).filter(({ score }) => score >= LEAST_SCORES.everything);
  }
}

/** `d.c.`, `u. s.`, whose letters alone would be nothing. */
const LETTERS_WITH_STOPS = /^\p{L}(?:\. ?\p{L})+\.?$/u;

/** True for words of grammar, but not in capitals throughout: those are abbreviations more often. */
const isOfGrammar = ({ folded, capital, upper }: Token): boolean =>
  !upper && (isGrammar(folded) || (folded.length === 1 && !capital));

/** True for everyday English in small letters, which is no name where names are written with capitals. */
const isPlain = ({ folded, capital }: Token): boolean =>
  !capital && /^[a-z']+$/u.test(folded) && isCommonWord(folded);

/** True for a thing that is called after somebody: `Emmy Awards` is nobody. */
function isThing({ type, start, end }: Candidate, text: string): boolean {
  const words = tokenize(text.slice(start, end));
  return type === 'person' && words.length > 1 && OCCASION.has(words.at(-1)?.folded ?? '');
}

const rounded = (score: number) => Math.round(score * 100) / 100;

/** Finds where else the names stand: again, in part, in another form, misspelt. */
function spread(findings: Findings, sure: readonly Suggestion[]): Suggestion[] {
  const { text, reading, read } = findings;
  const pieces = read.flat();
  return spreadNames(reading, foundNames(reading, sure))
    .map((name) => suggestionOf(text, reading, name))
    .filter(({ start, end, text: name }) => {
      if (!/\p{Script=Cyrillic}/u.test(name) && !isCommonWord(fold(name))) return true;
      return supportIn(pieces, start, end).anyMean >= LEAST_READ_PROBABILITY;
    });
}

function suggestionOf(text: string, { tokens }: Reading, name: FoundName): Suggestion {
  const { first, last, type, score, why } = name;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return { type, text: text.slice(start, end), start, end, score: rounded(score), why };
}

/** Returns the names by their tokens. Tokens that a name only touches are its own, too. */
function foundNames({ tokens }: Reading, suggestions: readonly Suggestion[]): FoundName[] {
  let first = 0;
  return suggestions.map(({ start, end, type, score, why }) => {
    while (first + 1 < tokens.length && (tokens[first]?.end ?? 0) <= start) first++;
    let last = first;
    while ((tokens[last + 1]?.start ?? Infinity) < end) last++;
    return { first, last, type, score, why };
  });
}

/** Least probability at which the model is named as a reason beside a rule. */
const NAMED_REASON_PROBABILITY = 0.3;

function whyOf({ rule, read, elsewhere }: Candidate): string {
  const reasons = [
    ...(rule ? [rule.why] : []),
    ...(elsewhere ? [t('read as a name elsewhere')] : []),
    ...(!elsewhere && (!rule || read.anyMean >= NAMED_REASON_PROBABILITY)
      ? [t('reads like a name between these words')]
      : []),
  ];
  return reasons.join('; ');
}
