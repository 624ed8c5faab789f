import * as z from 'zod';
import { entityTypeSchema } from './entity';

/** What a person decides of words where they stand; it says nothing of other places. */
export const placeDecisionSchema = z
  .object({
    wordIds: z.array(z.string().min(1)).min(1),
    decision: z.enum(['withhold', 'keep']),
    /** What they name, where no entity does. */
    type: entityTypeSchema.optional(),
    /** Of what they are a mention. */
    entityId: z.string().min(1).optional(),
  })
  .strict();
export type PlaceDecision = z.infer<typeof placeDecisionSchema>;
