import * as z from 'zod';

const count = z.number().int().min(0);

/** Counts that stand beside the result of an export. What nobody has decided is published as it is. */
export const undecidedSchema = z.object({
  /** Places that are withheld; when there are none, all that was said is published. */
  withheld: count,
  /** Names that are suggested and not decided, and the places where they stand. */
  names: count,
  places: count,
  /** Identities that are listed and not decided. */
  identities: count,
  /** Lines without a speaker; counted only when other lines have one. */
  linesWithoutSpeaker: count,
});
export type Undecided = z.infer<typeof undecidedSchema>;
