import * as z from 'zod';
import { t } from '../messages/messages';
import { spanSchema } from '../model/entity';
import { projectId } from './parts';

/** Settings that the recogniser is given. */
const recogniser = {
  language: z.string().min(2).optional(),
  /** Several languages that are spoken: each stretch of speech is in one of them. */
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
  /** Language that it is said in, when that is known of the word itself. */
  language: z.string().optional(),
});

/** Words that were heard anew, compared with those that stand there. */
const comparisonSchema = z.object({
  /** Seconds of what was heard so far, in whole words. */
  from: z.number(),
  to: z.number(),
  /** True when all of what was asked for was heard. */
  complete: z.boolean(),
  language: z.string(),
  before: z.array(comparedWordSchema),
  after: z.array(comparedWordSchema),
  /**
   * Both in parts, in order. `same` reads alike. `stays` is what a person wrote, where a hearing of the whole recording
   * leaves it.
   */
  parts: z.array(
    z.object({
      kind: z.enum(['same', 'changed', 'stays']),
      before: z.array(comparedWordSchema),
      after: z.array(comparedWordSchema),
    }),
  ),
  marks: z.object({
    /** Number of marks whose words are all heard again. */
    carried: z.number().int(),
    /**
     * Marks whose words are not all heard again. What was withheld stays withheld, for its time and with what is heard
     * there. Those that are `kept` were to be published as they stood, and are asked about anew.
     */
    open: z.array(z.object({ mention: z.string(), span: spanSchema.nullable(), kept: z.boolean() })),
  }),
  /** True when it is in the transcript. */
  taken: z.boolean(),
});
export type HeardAgain = z.infer<typeof comparisonSchema>;

/** Methods that turn speech into words, and find speech that has none. */
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
      /** Number of words that deserve a second look, by reason. */
      flagged: z.object({ loop: z.number().int(), silence: z.number().int() }),
      /**
       * Pauses that were not transcribed; null when the detector of speech does not run and everything was transcribed.
       */
      skipped: z.object({ count: z.number().int(), seconds: z.number() }).nullable(),
      /** True when there is a graphics processor that could not be used, so that the processor did the work. */
      graphicsFailed: z.literal(true).optional(),
    }),
  },
  /**
   * Hears a stretch, or all of the recording, anew. The project keeps what is heard beside the transcript, also after a
   * cancel. The transcript changes only when it is taken.
   */
  'transcribe.again': {
    params: z
      .object({
        project: projectId,
        /** Seconds to hear; the whole recording if absent. */
        stretch: spanSchema.optional(),
        /** The model that hears; by default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
        ...recogniser,
        /** True to take it at once. */
        take: z.boolean().optional(),
      })
      .strict(),
    result: comparisonSchema,
  },
  /** Takes what was heard so far into the transcript, and hears again the places whose masks move with it. */
  'transcribe.take': {
    params: z.object({ project: projectId, model: z.string().min(1).optional() }).strict(),
    result: comparisonSchema,
  },
  /** Forgets what was heard anew and is not taken. */
  'transcribe.leave': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ left: z.boolean() }),
  },
  /** Hears a stretch again and puts the words that are said there into the transcript, at their place. */
  'transcribe.stretch': {
    params: z
      .object({
        project: projectId,
        from: z.number().min(0),
        to: z.number().min(0),
        /** The model that hears; by default the one that transcribed the recording. */
        model: z.string().min(1).optional(),
      })
      .strict()
      .refine(({ from, to }) => from < to, { error: () => t('to must be later than from') }),
    result: z.object({
      /** Number of words that were put in; none when nothing was heard. */
      words: z.number().int(),
    }),
  },
  /**
   * Finds where somebody seems to speak (seconds) and the transcript has no words; it listens first if that was not
   * done. It also returns the pauses that were skipped because nobody seems to speak in them.
   */
  'speech.find': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ stretches: z.array(spanSchema), skipped: z.array(spanSchema) }),
  },
  /** Decides that speech without words is published as it is: in a stretch of time, or everywhere it is known. */
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
