import * as z from 'zod';
import { t } from '../messages/messages';

/** Most characters of a heading. */
export const LONGEST_HEADING = 200;

/** A heading on one line. It has no signs that break the line, and no unseen signs at its ends. */
export const chapterTextSchema = z
  .string()
  .min(1)
  .max(LONGEST_HEADING)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, {
    error: () => t('a heading is one line of plain text'),
  })
  .refine((text) => text === text.trim(), {
    error: () => t('a heading begins and ends with what can be read'),
  });

/** A heading in the transcript. An editor writes it, and it is published as it is. */
export const chapterSchema = z.object({
  id: z.string().min(1),
  /** First word of the line below the heading; null while there are no words. */
  wordId: z.string().min(1).nullable(),
  text: chapterTextSchema,
});
export type Chapter = z.infer<typeof chapterSchema>;
