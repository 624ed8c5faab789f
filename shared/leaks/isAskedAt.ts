import type { EntityType } from '../model/entity';
import { LEAST_SCORES, type QuestionLevel } from '../model/questionLevel';
import type { Suggestion } from '../model/suggestion';

/**
 * Types with a score that was measured; `other` is for names when nobody can say what they name. Numbers and addresses
 * are told by their form, and are always asked about.
 */
const SCORED: ReadonlySet<EntityType> = new Set(['person', 'place', 'organisation', 'other']);

/**
 * Tells whether somebody who wants to be asked so much is asked about a suggestion. This is the only place where a
 * score decides: lists, counts, highlights and exports all go by it. What is left of something withheld is always asked
 * about.
 */
export const isAskedAt = (level: QuestionLevel, { type, score, left, detail }: Suggestion): boolean =>
  left !== undefined || detail !== undefined || !SCORED.has(type) || score >= LEAST_SCORES[level];
