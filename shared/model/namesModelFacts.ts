import * as z from 'zod';

/** What is known of a names model of one's own once it was tried. */
export const namesModelFactsSchema = z.object({
  bytes: z.number().int(),
  /** What it finds. */
  kinds: z.array(z.enum(['person', 'place', 'organisation'])),
  /** The labels that are read as these, as its file has them. */
  labels: z.array(z.string()),
  /** Labels of other things, which are left alone. */
  ignored: z.array(z.string()),
});
export type NamesModelFacts = z.infer<typeof namesModelFactsSchema>;
