import * as z from 'zod';

const count = z.number().int().min(0);

/** What stands beside the result of an export: what nobody has decided, and is published as it is. */
export const undecidedSchema = z.object({
  /** Places that are withheld; where there is none, all that was said is published. */
  withheld: count,
  /** Names that are suggested and not decided, and the places where they stand. */
  names: count,
  places: count,
  /** Identities that are listed and not decided. */
  identities: count,
  /** Lines of which nobody is said to speak them, where that is said of others. */
  linesWithoutSpeaker: count,
});
export type Undecided = z.infer<typeof undecidedSchema>;
