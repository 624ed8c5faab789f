import * as z from 'zod';

const position = z.number().int().min(0);

/** Where somebody was in an interview when it was locked: only places, and nothing of what stands there. */
export const placeSchema = z.object({
  /** The selection, or the caret where both are the same: characters of the transcript's text. */
  anchor: position.optional(),
  head: position.optional(),
  /** The character at the top of what was in view. */
  top: position.optional(),
  /** Seconds of the recording. */
  time: z.number().min(0).optional(),
});
export type Place = z.infer<typeof placeSchema>;
