import * as z from 'zod';
import { spanSchema } from '../model/entity';
import { projectId } from './parts';

/** Where words are said. */
export const alignmentApi = {
  /** Lays the words of the transcript, or some of them, on the recording, in one step. */
  'align.run': {
    params: z
      .object({
        project: projectId,
        /** By default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
        /** From a word to another, by their ids; all without it. Others stay, but for guessed ones beside. */
        words: z.object({ first: z.string().min(1), last: z.string().min(1) }).optional(),
      })
      .strict(),
    result: z.object({
      /** Words that have a place, that have none, and that were elsewhere before. */
      placed: z.number().int(),
      unplaced: z.number().int(),
      moved: z.number().int(),
      /** Of those that have a place, how many the model doubts: only the stretch is known in which they are said. */
      doubted: z.number().int(),
      /** Stretches (seconds) of the words that have no place. */
      open: z.array(spanSchema),
      /** Spans (seconds) of marks that cover less than before. */
      narrower: z.array(spanSchema),
    }),
  },
} as const;
