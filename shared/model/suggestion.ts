import * as z from 'zod';
import { detailKindSchema } from './detailKind';
import { entityTypeSchema } from './entity';
import { leakPlaceSchema } from './leakPlace';

/** The person or thing that a suggestion is of, with its other forms. */
export const identitySchema = z.object({
  /** Shared by all suggestions of one identity; it has no other meaning. */
  key: z.string().min(1),
  /** Fullest form as said. */
  name: z.string().min(1),
  /** Every form that is suggested, as it is mostly written: `Anna`, `Anna Petrova`. */
  forms: z.array(z.string().min(1)),
  /** Other names that it may be a form of, when nothing decides. */
  mayBe: z.array(z.string().min(1)).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export const suggestionSchema = z.object({
  type: entityTypeSchema,
  text: z.string().min(1),
  /** Characters into a plain text (UTF-16 code units), or seconds on a recording's timeline. */
  start: z.number().min(0),
  end: z.number().min(0),
  /** 0 to 1 */
  score: z.number().min(0).max(1),
  /** The cues that made it a suggestion, such as `after "my name is"`. */
  why: z.string().min(1),
  /** Words of the project's transcript that it is about; none for a speaker's label or a heading. */
  wordIds: z.array(z.string()).optional(),
  /** True when it stands in the heading of a chapter. */
  heading: z.literal(true).optional(),
  /** Set when something withheld is left here: where it stands, and what it is of. */
  left: leakPlaceSchema.optional(),
  /**
   * Kind of detail. A detail is not a name but may give someone away together with other things; it is never counted or
   * accepted as a name.
   */
  detail: detailKindSchema.optional(),
  /** The identity. Absent when `left` is set: the suggestion is then of what is withheld. */
  identity: identitySchema.optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
