import * as z from 'zod';
import { spanSchema } from '../model/entity';
import { projectId } from './parts';

/** Methods that find where words are said. */
export const alignmentApi = {
  /** Lays the words of the transcript, or some of them, on the recording, in one step. */
  'align.run': {
    params: z
      .object({
        project: projectId,
        /** The model that aligns; by default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
        /** Whisper's code of the language that is spoken; by default the transcript's, or detected. */
        language: z.string().min(1).optional(),
        /**
         * The words from one to another, by their ids; all words if absent. Other words stay, except guessed ones
         * beside them.
         */
        words: z.object({ first: z.string().min(1), last: z.string().min(1) }).optional(),
      })
      .strict(),
    result: z.object({
      /** Numbers of words that have a place, that have none, and that were elsewhere before. */
      placed: z.number().int(),
      unplaced: z.number().int(),
      moved: z.number().int(),
      /** Number of words with a place that the model doubts: only the stretch in which they are said is known. */
      doubted: z.number().int(),
      /** Stretches (seconds) of the words that have no place. */
      open: z.array(spanSchema),
      /** Spans (seconds) of marks that cover less than before. */
      narrower: z.array(spanSchema),
    }),
  },
} as const;
