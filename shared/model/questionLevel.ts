import * as z from 'zod';

/** Levels of how much an editor wants to be asked. */
export const QUESTION_LEVELS = ['fewer', 'balanced', 'everything'] as const;
export const questionLevelSchema = z.enum(QUESTION_LEVELS);
export type QuestionLevel = z.infer<typeof questionLevelSchema>;

export const DEFAULT_QUESTIONS: QuestionLevel = 'balanced';

/** Least score of a suggestion that is asked about. */
export const LEAST_SCORES: Readonly<Record<QuestionLevel, number>> = {
  fewer: 0.5,
  balanced: 0.18,
  everything: 0.03,
};
