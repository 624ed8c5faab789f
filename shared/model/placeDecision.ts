import * as z from 'zod';
import { entityTypeSchema } from './entity';

/** A person's decision about words where they stand. It says nothing of other places. */
export const placeDecisionSchema = z
  .object({
    wordIds: z.array(z.string().min(1)).min(1),
    decision: z.enum(['withhold', 'keep']),
    /** Type of what the words name, for when no entity is known. */
    type: entityTypeSchema.optional(),
    /** The entity that the words mention. */
    entityId: z.string().min(1).optional(),
  })
  .strict();
export type PlaceDecision = z.infer<typeof placeDecisionSchema>;
