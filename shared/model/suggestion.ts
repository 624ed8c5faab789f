import * as z from 'zod';
import { detailKindSchema } from './detailKind';
import { entityTypeSchema } from './entity';
import { leakPlaceSchema } from './leakPlace';

/** Whom or what a suggestion is of, and how that is said elsewhere. */
export const identitySchema = z.object({
  /** The same for all suggestions of one; of no meaning otherwise. */
  key: z.string().min(1),
  /** Its fullest form as said. */
  name: z.string().min(1),
  /** Every form that is suggested, as it is written most: `Anna`, `Anna Petrova`. */
  forms: z.array(z.string().min(1)),
  /** Others that it may be a form of, where nothing decides. */
  mayBe: z.array(z.string().min(1)).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

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
  /** The words of a project's transcript that it is about; none for a speaker's label or a heading. */
  wordIds: z.array(z.string()).optional(),
  /** It stands in the heading of a chapter. */
  heading: z.literal(true).optional(),
  /** Of what is left of something withheld: where, and of what. */
  left: leakPlaceSchema.optional(),
  /** What it may give away together with other things. It is no name then, and is never counted or accepted as one. */
  detail: detailKindSchema.optional(),
  /** Left out for what is left of something withheld, which is of that. */
  identity: identitySchema.optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
