import * as z from 'zod';

/** Facts about a names model of one's own, known once it was tried. */
export const namesModelFactsSchema = z.object({
  bytes: z.number().int(),
  /** Kinds of names that it finds. */
  kinds: z.array(z.enum(['person', 'place', 'organisation'])),
  /** Labels that are read as these kinds, as its file has them. */
  labels: z.array(z.string()),
  /** Labels of other things, which are left alone. */
  ignored: z.array(z.string()),
});
export type NamesModelFacts = z.infer<typeof namesModelFactsSchema>;
