import { z } from 'zod';
import { spanSchema } from '../model/entity';
import { projectId } from './parts';

/** From speech to words, and speech that has none. */
export const transcriptionApi = {
  'transcribe.run': {
    params: z
      .object({
        project: projectId,
        model: z.string().min(1),
        language: z.string().min(2).optional(),
        threads: z.number().int().min(1).max(256).optional(),
        prompt: z.string().max(2000).optional(),
        beam: z.number().int().min(1).max(16).optional(),
      })
      .strict(),
    result: z.object({
      words: z.number().int(),
      windows: z.number().int(),
      language: z.string(),
      /** Words that deserve a second look, by reason. */
      flagged: z.object({ loop: z.number().int(), silence: z.number().int() }),
      /** Pauses that were not transcribed; null where the detector of speech does not run, and all was. */
      skipped: z.object({ count: z.number().int(), seconds: z.number() }).nullable(),
    }),
  },
  /** Hears a stretch again and puts the words that are said there into the transcript, in their place. */
  'transcribe.stretch': {
    params: z
      .object({
        project: projectId,
        from: z.number().min(0),
        to: z.number().min(0),
        /** By default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
      })
      .strict()
      .refine(({ from, to }) => from < to, 'to must be later than from'),
    result: z.object({
      /** How many were put in; none where nothing was heard. */
      words: z.number().int(),
    }),
  },
  /**
   * Where somebody seems to speak (seconds) and the transcript has no words; listens first where that was not done. And
   * the pauses that were skipped, since nobody seems to speak in them.
   */
  'speech.find': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ stretches: z.array(spanSchema), skipped: z.array(spanSchema) }),
  },
  /** Decides that speech without words is published as it is: in a stretch of time, or all that is known of. */
  'speech.publish': {
    params: z.union([
      z.object({ project: projectId, all: z.literal(true) }).strict(),
      z
        .object({ project: projectId, from: z.number().min(0), to: z.number().min(0) })
        .strict()
        .refine(({ from, to }) => from < to, 'to must be later than from'),
    ]),
    result: z.object({ published: z.number().int() }),
  },
} as const;
