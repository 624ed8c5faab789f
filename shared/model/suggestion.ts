import { z } from 'zod';
import { detailKindSchema } from './detailKind';
import { entityTypeSchema } from './entity';
import { leakPlaceSchema } from './leakPlace';

export const suggestionSchema = z.object({
  type: entityTypeSchema,
  text: z.string().min(1),
  /** Characters into a plain text (UTF-16 code units), seconds on a recording's timeline. */
  start: z.number().min(0),
  end: z.number().min(0),
  /** 0 to 1 */
  score: z.number().min(0).max(1),
  /** The cues that made it a suggestion, such as `after "my name is"`. */
  why: z.string().min(1),
  /** The words of a project's transcript that it is about; none for a speaker's label. */
  wordIds: z.array(z.string()).optional(),
  /** Of what is left of something withheld: where, and of what. */
  left: leakPlaceSchema.optional(),
  /** What it may give away together with other things. It is no name then, and is never counted or accepted as one. */
  detail: detailKindSchema.optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
