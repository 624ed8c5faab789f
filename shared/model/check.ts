import * as z from 'zod';
import { spanSchema } from './entity';

/** One question that verification asked of the files on disk, and its answer. Holds no withheld word. */
export const checkSchema = z.object({
  name: z.string().min(1),
  /** The file it was asked of, or null for the folder as a whole. */
  file: z.string().nullable(),
  ok: z.boolean(),
  /** `false` when the question was not asked; `ok` then says only that nothing is known against the file. */
  done: z.literal(false).optional(),
  detail: z.string(),
  /** Spans of the recording (seconds) where the answer is no. */
  places: z.array(spanSchema).readonly().optional(),
  /** Number of places where the answer would be no, had not a person listened there and overruled it. */
  overruled: z.number().int().positive().optional(),
});
export type Check = z.infer<typeof checkSchema>;
