import * as z from 'zod';
import { QUESTION_LEVELS } from './questionLevel';

const share = z.number().min(0).max(1);

/** Shares of the names of people and of places that are found, and share of the questions that are about a name. */
export const figuresSchema = z.object({ person: share, place: share, precision: share });
export type Figures = z.infer<typeof figuresSchema>;

const levelsSchema = z.object(
  Object.fromEntries(QUESTION_LEVELS.map((level) => [level, figuresSchema])) as Record<
    (typeof QUESTION_LEVELS)[number],
    typeof figuresSchema
  >,
);

/** Figures by language (BCP 47), measured on texts that nothing was tuned on. */
export const measuredSchema = z.object({
  /** Languages that models were trained for, at each level of being asked. */
  languages: z.record(z.string().min(2), levelsSchema),
  /**
   * Other languages, each in a few sentences that were made for it: share of the names that is found at the usual
   * level.
   */
  few: z.record(z.string().min(2), z.object({ sentences: z.number().int().positive(), found: share })),
});
export type Measured = z.infer<typeof measuredSchema>;
