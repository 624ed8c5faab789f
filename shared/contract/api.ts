import { z } from 'zod';
import { suggestionSchema } from '../model/suggestion';
import { markSchema } from '../model/mark';
import { textFormatSchema, audioFormatSchema, blurSchema, pictureChoiceSchema } from '../model/formats';
import { coverSchema, drawnCoverSchema } from '../model/cover';
import { boundarySettingsSchema } from '../model/boundarySettings';
import { entitySchema, entityTypeSchema, mentionSchema, spanSchema } from '../model/entity';
import { placeDecisionSchema } from '../model/placeDecision';
import { commandSchema } from '../document/commands';
import { documentSchema } from '../document/document';
import { mediaSchema } from '../model/media';
import { changeState } from './events';
import { speakerSchema, wordSchema } from '../model/word';

const projectId = z.string().min(1);
const file = z.string().min(1);
/** What a change is to be known by: it comes back with the event, so that a client knows its own. */
const origin = z.string().min(1).max(64).optional();
/** The origin of the change that a step is taken to take back, itself perhaps a step; it takes back no other. */
const of = origin;

/** A document without its secrets and without what was exported before. */
const loadedDocumentSchema = documentSchema.omit({ voice: true, exports: true });

/**
 * How a mark's edges are found: the recogniser hears the places again (`align`, by default where its model is at hand,
 * which is looked for under the name it had unless `model` says where), and quiet moments are looked for.
 */
const alignment = { align: z.boolean().optional(), model: z.string().min(1).optional() };

/** Where the recogniser hears an export again: around the masked spans, everywhere, or not at all. */
export const LISTEN = ['spans', 'all', 'none'] as const;
export type Listen = (typeof LISTEN)[number];
const hearing = { listen: z.enum(LISTEN).optional(), model: z.string().min(1).optional() };

/** Where transcripts that are made to be read tell the time: at each paragraph, or nowhere. */
export const TIME_CODES = ['none', 'paragraph'] as const;
export type TimeCodes = (typeof TIME_CODES)[number];
/** Seconds that a person may overrule the recogniser for at once: no longer than can be listened to with care. */
export const LONGEST_HEARD = 15;

export const mediaChoiceSchema = z.enum(['none', 'audio', 'video']);

/** One question that verification asked of the files on disk, and its answer. Holds no withheld word. */
export const checkSchema = z.object({
  name: z.string().min(1),
  /** The file it was asked of, or null for the folder as a whole. */
  file: z.string().nullable(),
  ok: z.boolean(),
  /** `false` where the question was not asked; `ok` then says only that nothing is known against the file. */
  done: z.literal(false).optional(),
  detail: z.string(),
  /** Where in the recording, seconds, the answer is no. */
  places: z.array(spanSchema).readonly().optional(),
  /** In how many places the answer is not no only because a person listened there and said so. */
  overruled: z.number().int().positive().optional(),
});
export type Check = z.infer<typeof checkSchema>;

const exportedFileSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
});

/** Every method: its parameters and its result. One entry here, one handler in `main/rpc`. */
export const api = {
  'project.create': {
    params: z
      .object({
        path: file,
        passphrase: z.string(),
        /** More than one: the pieces in which a camera wrote one recording. */
        media: z.union([file, z.array(file).min(1)]).optional(),
        /** Takes what is there of a recording whose end is missing. */
        incomplete: z.boolean().optional(),
        track: z.union([z.number().int().min(0), z.literal('mix')]).optional(),
        transcript: file.optional(),
        /** Seconds that are taken off all times of the transcript. */
        offset: z.number().min(0).optional(),
      })
      .strict(),
    result: z.object({
      project: projectId,
      media: mediaSchema.nullable(),
      words: z.number().int(),
      /** What was put right, left out or guessed, a sentence each. */
      notes: z.array(z.string()),
    }),
  },
  'project.open': {
    params: z.object({ path: file, passphrase: z.string() }).strict(),
    result: z.object({ project: projectId }),
  },
  /**
   * Makes a second file, with the same passphrase, and opens it: also of what the first cannot take any more, on a full
   * disk or deleted.
   */
  'project.saveCopy': {
    params: z
      .object({
        project: projectId,
        path: file,
        /** What the project does not have yet, in order; carried out on the copy alone. */
        commands: z.array(commandSchema),
        /** `none`: where the recording cannot be read any more. */
        recording: z.literal('none').optional(),
      })
      .strict(),
    result: z.object({ project: projectId }),
  },
  'project.close': { params: z.object({ project: projectId }).strict(), result: z.object({}) },
  /** The whole document, for a client that keeps a copy and follows the `changed` events from `revision` on. */
  'project.load': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ document: loadedDocumentSchema, ...changeState }),
  },
  'project.show': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      language: z.string(),
      media: mediaSchema.nullable(),
      transcription: z.object({ finished: z.number(), windows: z.number() }).nullable(),
      words: z.array(wordSchema),
      speakers: z.array(speakerSchema),
      entities: z.array(entitySchema),
      mentions: z.array(mentionSchema),
      covers: z.array(coverSchema),
      plan: z.object({
        spans: z.array(spanSchema),
        runs: z.array(
          z.object({
            first: z.number().int(),
            last: z.number().int(),
            marker: z.string(),
            span: spanSchema.nullable(),
          }),
        ),
      }),
    }),
  },
  /** Carries out a command that the client made. It is on the disk, and told to everyone, when this answers. */
  'document.execute': {
    params: z
      .object({
        project: projectId,
        command: commandSchema,
        origin,
      })
      .strict(),
    result: z.object(changeState),
  },
  'document.undo': {
    params: z.object({ project: projectId, of, origin }).strict(),
    result: z.object(changeState),
  },
  'document.redo': {
    params: z.object({ project: projectId, of, origin }).strict(),
    result: z.object(changeState),
  },
  /** The models there are to choose from; those that are `present` can be used. */
  'models.list': {
    params: z.object({}).strict(),
    result: z.object({
      models: z.array(
        z.object({
          name: z.string().min(1),
          present: z.boolean(),
          /** Of the file. */
          bytes: z.number().int(),
          /** Of memory, while it works. */
          memory: z.number().int(),
          /** How long it takes over how long the `base` model takes, on the same machine. */
          effort: z.number(),
          multilingual: z.boolean(),
        }),
      ),
      /** Where they are looked for by name. */
      folder: z.string(),
      /** Where people get them. */
      published: z.string(),
      /** A recording of synthetic voices, to try the app with; the model `demo` knows them. */
      demo: z.string(),
    }),
  },
  /**
   * Makes, and keeps in the project file, what the player plays: picture and sound as every Chromium knows them, and
   * how loud it is. Done at once where it is there already.
   */
  'playback.prepare': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      /** Bytes of the MP4; 0 without a recording. */
      bytes: z.number().int(),
      /** One byte for each of `perSecond` stretches a second, in base64: 0 is silence, 255 full scale, linear. */
      peaks: z.string(),
      perSecond: z.number().int(),
    }),
  },
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
  /** Where somebody seems to speak (seconds) and the transcript has no words; listens first where that was not done. */
  'speech.find': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ stretches: z.array(spanSchema) }),
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
  'suggest.text': {
    params: z.object({ text: z.string() }).strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
  'suggest.project': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
  /**
   * Places for which an export would be refused: what is withheld still stands there, or something that sounds like it,
   * in the transcript, a label, a description, or what the publisher adds.
   */
  'suggest.leftovers': {
    params: z
      .object({
        project: projectId,
        /** What the publisher adds, where it is to be looked through as well. */
        title: z.string().max(500).optional(),
        intro: z.string().max(20_000).optional(),
        out: file.optional(),
      })
      .strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
  'mark.add': {
    params: z.object({ project: projectId, marks: z.array(markSchema).min(1), ...alignment }).strict(),
    result: z.object({
      mentions: z.number().int(),
      /** Positions in `marks` whose words stand nowhere. */
      notFound: z.array(z.number().int()),
    }),
  },
  /** Names that may be published, also where they sound like one that is withheld. */
  'mark.keep': {
    params: z
      .object({
        project: projectId,
        names: z.array(z.string().trim().min(1)).min(1),
        type: entityTypeSchema.optional(),
      })
      .strict(),
    result: z.object({
      /** How many names this decided; those that were kept before are not counted. */
      kept: z.number().int(),
    }),
  },
  /**
   * Decides for words where they stand, and nowhere else. Who withholds says of which entity they are, or else they
   * become one of their own.
   */
  'mark.place': {
    params: z
      .object({ project: projectId, places: z.array(placeDecisionSchema).min(1), ...alignment })
      .strict(),
    result: z.object({
      /** Places of which this is decided now. */
      places: z.number().int(),
    }),
  },
  'mark.acceptSuggestions': {
    params: z.object({ project: projectId, ...alignment }).strict(),
    result: z.object({ mentions: z.number().int(), entities: z.number().int() }),
  },
  /** Hears the places of marks that were made in a hurry (`rough`) again; they cover at least what they did. */
  'mark.refine': {
    params: z.object({ project: projectId, ...alignment }).strict(),
    result: z.object({
      /** Marks whose edges were found. */
      mentions: z.number().int(),
    }),
  },
  /** Sets one or both edges of a mark's span by hand, in seconds. */
  'mark.edge': {
    params: z
      .object({
        project: projectId,
        mention: z.string().min(1),
        from: z.number().min(0).optional(),
        to: z.number().min(0).optional(),
      })
      .strict(),
    result: z.object({ span: spanSchema }),
  },
  /**
   * A person listened to a place (seconds), and what the recogniser hears there is not said there. What was said of the
   * same place before is taken back with `overruled: false`.
   */
  'hearing.overrule': {
    params: z
      .object({
        project: projectId,
        span: spanSchema.refine(
          ({ from, to }) => to - from <= LONGEST_HEARD,
          `at most ${LONGEST_HEARD} seconds are listened to at once`,
        ),
        overruled: z.boolean().optional(),
      })
      .strict(),
    result: z.object({
      /** In how many places of the project the recogniser is overruled now. */
      places: z.number().int(),
    }),
  },
  /** How words become spans: what is given is changed, for marks that are made from now on. */
  'boundaries.set': {
    params: z.object({ project: projectId, settings: boundarySettingsSchema.partial() }).strict(),
    result: boundarySettingsSchema,
  },
  /** Draws rectangles over the picture in place of all that were there; in the order of the list. */
  'cover.replace': {
    params: z.object({ project: projectId, covers: z.array(drawnCoverSchema) }).strict(),
    result: z.object({ covers: z.number().int() }),
  },
  /** Draws one more, or another one in place of that with the id. */
  'cover.put': {
    params: z
      .object({ project: projectId, id: z.string().min(1).optional(), cover: drawnCoverSchema })
      .strict(),
    result: z.object({ id: z.string() }),
  },
  'cover.remove': {
    params: z.object({ project: projectId, id: z.string().min(1) }).strict(),
    result: z.object({}),
  },
  'export.run': {
    params: z
      .object({
        project: projectId,
        out: file,
        formats: z.array(textFormatSchema).optional(),
        media: mediaChoiceSchema.optional(),
        picture: pictureChoiceSchema.optional(),
        audioFormat: audioFormatSchema.optional(),
        blur: blurSchema.optional(),
        disguise: z.boolean().optional(),
        title: z.string().max(500).optional(),
        intro: z.string().max(20_000).optional(),
        timeCodes: z.enum(TIME_CODES).optional(),
        ...hearing,
      })
      .strict(),
    result: z.object({ files: z.array(exportedFileSchema), checks: z.array(checkSchema) }),
  },
  'verify.run': {
    params: z.object({ project: projectId, dir: file, ...hearing }).strict(),
    result: z.object({ ok: z.boolean(), checks: z.array(checkSchema) }),
  },
} as const;

export type Api = typeof api;
export type Method = keyof Api;
export type Params<M extends Method> = z.input<Api[M]['params']>;
export type Result<M extends Method> = z.output<Api[M]['result']>;
