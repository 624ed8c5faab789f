import * as z from 'zod';

const position = z.number().int().min(0);

/**
 * The place where somebody was in an interview when it was locked. It holds only positions, and nothing of what stands
 * there.
 */
export const placeSchema = z.object({
  /** Selection, in characters of the transcript's text; both are the same for a caret. */
  anchor: position.optional(),
  head: position.optional(),
  /** Character at the top of what was in view. */
  top: position.optional(),
  /** Seconds of the recording. */
  time: z.number().min(0).optional(),
});
export type Place = z.infer<typeof placeSchema>;
