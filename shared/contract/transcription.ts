import * as z from 'zod';
import { t } from '../messages/messages';
import { spanSchema } from '../model/entity';
import { projectId } from './parts';

/** What the recogniser is told. */
const recogniser = {
  language: z.string().min(2).optional(),
  /** Several that are spoken: each stretch of speech is in one of them. */
  languages: z.array(z.string().min(2).max(8)).min(1).max(20).optional(),
  threads: z.number().int().min(1).max(256).optional(),
  prompt: z.string().max(2000).optional(),
  beam: z.number().int().min(1).max(16).optional(),
};

const comparedWordSchema = z.object({
  text: z.string(),
  /** Seconds */
  start: z.number().nullable(),
  end: z.number().nullable(),
  /** What it is said in, where that is known of the word itself. */
  language: z.string().optional(),
});

/** What was heard anew, beside what stands there. */
const comparisonSchema = z.object({
  /** Seconds: what was heard so far, in whole words. */
  from: z.number(),
  to: z.number(),
  /** All of what was asked for was heard. */
  complete: z.boolean(),
  language: z.string(),
  before: z.array(comparedWordSchema),
  after: z.array(comparedWordSchema),
  /** Both in parts, in order. `same` reads alike, and `stays` is what a person wrote and a hearing of all leaves there. */
  parts: z.array(
    z.object({
      kind: z.enum(['same', 'changed', 'stays']),
      before: z.array(comparedWordSchema),
      after: z.array(comparedWordSchema),
    }),
  ),
  marks: z.object({
    /** Marks whose words are all heard again. */
    carried: z.number().int(),
    /**
     * Those whose words are not: what was withheld stays so, for its time and with what is heard there; `kept` were to be
     * published as they stood, and are asked about anew.
     */
    open: z.array(z.object({ mention: z.string(), span: spanSchema.nullable(), kept: z.boolean() })),
  }),
  /** It is in the transcript. */
  taken: z.boolean(),
});
export type HeardAgain = z.infer<typeof comparisonSchema>;

/** From speech to words, and speech that has none. */
export const transcriptionApi = {
  'transcribe.run': {
    params: z
      .object({
        project: projectId,
        model: z.string().min(1),
        ...recogniser,
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
      /** There is a graphics processor, and it could not be used: the processor did the work. */
      graphicsFailed: z.literal(true).optional(),
    }),
  },
  /**
   * Hears a stretch, or all of the recording, anew. What is heard is kept in the project beside the transcript, also where it
   * is cancelled, and changes nothing there until it is taken.
   */
  'transcribe.again': {
    params: z
      .object({
        project: projectId,
        /** Seconds; without them, all of it. */
        stretch: spanSchema.optional(),
        /** By default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
        ...recogniser,
        /** Takes it at once. */
        take: z.boolean().optional(),
      })
      .strict(),
    result: comparisonSchema,
  },
  /** Takes what was heard so far into the transcript, and hears the places again whose masks that moves. */
  'transcribe.take': {
    params: z.object({ project: projectId, model: z.string().min(1).optional() }).strict(),
    result: comparisonSchema,
  },
  /** Forgets what was heard anew and is not taken. */
  'transcribe.leave': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ left: z.boolean() }),
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
      .refine(({ from, to }) => from < to, { error: () => t('to must be later than from') }),
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
        .refine(({ from, to }) => from < to, { error: () => t('to must be later than from') }),
    ]),
    result: z.object({ published: z.number().int() }),
  },
} as const;
