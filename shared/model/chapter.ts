import * as z from 'zod';

/** Characters of a heading, at most. */
export const LONGEST_HEADING = 200;

/** A heading on one line: no signs that break it, and none around it that nobody sees. */
export const chapterTextSchema = z
  .string()
  .min(1)
  .max(LONGEST_HEADING)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'a heading is one line of plain text')
  .refine((text) => text === text.trim(), 'a heading begins and ends with what can be read');

/** A heading in the transcript. It is written by whoever edits it, and published as it is. */
export const chapterSchema = z.object({
  id: z.string().min(1),
  /** The first word of the line that it stands before; null while there are no words. */
  wordId: z.string().min(1).nullable(),
  text: chapterTextSchema,
});
export type Chapter = z.infer<typeof chapterSchema>;
