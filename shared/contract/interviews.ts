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

/** Interviews: made, opened, changed, closed. */
export const interviewsApi = {
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
        /** Several that are spoken: each stretch of speech is then taken for one of them. */
        languages: z.array(z.string().min(2).max(8)).min(1).max(20).optional(),
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
      /** Times of words are missing or guessed, and can be found in the recording. */
      toAlign: z.boolean(),
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
    result: z.object({
      document: loadedDocumentSchema,
      ...changeState,
      /** Where somebody was when it was locked, unless it was changed since. */
      place: placeSchema.optional(),
    }),
  },
  /**
   * It is being locked: when it is closed, what can be taken back and the place are kept in the file, until it is opened
   * and closed again.
   */
  'project.keepPlace': {
    params: z.object({ project: projectId, place: placeSchema }).strict(),
    result: z.object({}),
  },
  'project.show': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      /** Of the interview; words in another one have it with them. */
      language: z.string(),
      languages: z.array(z.string()).optional(),
      media: mediaSchema.nullable(),
      transcription: z.object({ finished: z.number(), windows: z.number() }).nullable(),
      words: z.array(wordSchema),
      speakers: z.array(speakerSchema),
      entities: z.array(entitySchema),
      mentions: z.array(mentionSchema),
      covers: z.array(coverSchema),
      /** In the order of the transcript. */
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
} as const;
