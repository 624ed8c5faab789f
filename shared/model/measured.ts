import { z } from 'zod';
import { QUESTION_LEVELS } from './questionLevel';

const share = z.number().min(0).max(1);

/** Shares of the names of people and of places that are found, and of questions that are about one. */
export const figuresSchema = z.object({ person: share, place: share, precision: share });
export type Figures = z.infer<typeof figuresSchema>;

/** By language (BCP 47), on texts that nothing was tuned on, for each level of being asked. */
export const measuredSchema = z.record(
  z.string().min(2),
  z.object(
    Object.fromEntries(QUESTION_LEVELS.map((level) => [level, figuresSchema])) as Record<
      (typeof QUESTION_LEVELS)[number],
      typeof figuresSchema
    >,
  ),
);
export type Measured = z.infer<typeof measuredSchema>;
