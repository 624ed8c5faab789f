import * as z from 'zod';
import { chapterSchema } from '../model/chapter';
import { coverSchema } from '../model/cover';
import { entitySchema, mentionSchema, spanSchema } from '../model/entity';
import { commandSchema } from '../document/commands';
import { documentSchema } from '../document/document';
import { mediaSchema } from '../model/media';
import { placeSchema } from '../model/place';
import { changeState } from './events';
import { speakerSchema, wordSchema } from '../model/word';
import { projectId, file, origin, of } from './parts';

/** A document without its secrets and without what was exported before. */
const loadedDocumentSchema = documentSchema.omit({ voice: true, exports: true });

/** Methods that make, open, change and close interviews. */
export const interviewsApi = {
  'project.create': {
    params: z
      .object({
        path: file,
        passphrase: z.string(),
        /** The recording. Several files are the pieces in which a camera wrote one recording. */
        media: z.union([file, z.array(file).min(1)]).optional(),
        /** True to take what is there of a recording whose end is missing. */
        incomplete: z.boolean().optional(),
        track: z.union([z.number().int().min(0), z.literal('mix')]).optional(),
        transcript: file.optional(),
        /** Languages that are spoken. With several, each stretch of speech is taken for one of them. */
        languages: z.array(z.string().min(2).max(8)).min(1).max(20).optional(),
        /** Seconds to take off all times of the transcript. */
        offset: z.number().min(0).optional(),
      })
      .strict(),
    result: z.object({
      project: projectId,
      media: mediaSchema.nullable(),
      words: z.number().int(),
      /** Notes on what was put right, left out or guessed, in one sentence each. */
      notes: z.array(z.string()),
      /** True when times of words are missing or guessed, and can be found in the recording. */
      toAlign: z.boolean(),
    }),
  },
  'project.open': {
    params: z.object({ path: file, passphrase: z.string() }).strict(),
    result: z.object({ project: projectId }),
  },
  /**
   * Makes a second file with the same passphrase, and opens it. It also takes what the first file cannot take any more,
   * because the disk is full or the file was deleted.
   */
  'project.saveCopy': {
    params: z
      .object({
        project: projectId,
        path: file,
        /** Commands that the project does not have yet, in order; they are carried out on the copy alone. */
        commands: z.array(commandSchema),
        /** `none` when the recording cannot be read any more. */
        recording: z.literal('none').optional(),
      })
      .strict(),
    result: z.object({ project: projectId }),
  },
  'project.close': { params: z.object({ project: projectId }).strict(), result: z.object({}) },
  /** Returns the whole document, for a client that keeps a copy and follows the `changed` events from `revision` on. */
  'project.load': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      document: loadedDocumentSchema,
      ...changeState,
      /** The place where somebody was when the project was locked, unless it was changed since. */
      place: placeSchema.optional(),
    }),
  },
  /**
   * Tells that the project is being locked. When it is closed then, its file keeps the place and what can be taken
   * back, until it is opened and closed again.
   */
  'project.keepPlace': {
    params: z.object({ project: projectId, place: placeSchema }).strict(),
    result: z.object({}),
  },
  'project.show': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      /** Language of the interview. Words in another language carry their own. */
      language: z.string(),
      languages: z.array(z.string()).optional(),
      media: mediaSchema.nullable(),
      transcription: z.object({ finished: z.number(), windows: z.number() }).nullable(),
      words: z.array(wordSchema),
      speakers: z.array(speakerSchema),
      entities: z.array(entitySchema),
      mentions: z.array(mentionSchema),
      covers: z.array(coverSchema),
      /** Chapters in the order of the transcript. */
      chapters: z.array(chapterSchema),
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
  /**
   * Carries out a command that the client made. When this answers, the command is on the disk and everyone was told.
   */
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
} as const;
