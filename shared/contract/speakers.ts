import * as z from 'zod';
import { spanSchema } from '../model/entity';
import { file, projectId } from './parts';

/** Most people who can be told apart by their voices. From four on the result is not promised to be right. */
export const MOST_PEOPLE = 8;
export const FEWEST_PEOPLE = 2;

const speakersResult = z.object({
  /** Speakers who say something, in the order of the transcript. */
  speakers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      words: z.number().int(),
      /** Number of their words that are theirs by proposal only, and how many of these are unsure. */
      proposed: z.number().int(),
      unsure: z.number().int(),
      /** Seconds in which they can be heard alone; null without times. */
      sample: spanSchema.nullable(),
    }),
  ),
  /** Number of words whose speaker is only proposed, and how many of these are unsure. */
  proposed: z.number().int(),
  unsure: z.number().int(),
});

/** Methods about who speaks. */
export const speakersApi = {
  /** Returns who speaks, as far as it is known or proposed. */
  'speakers.list': {
    params: z.object({ project: projectId }).strict(),
    result: speakersResult,
  },
  /**
   * Proposes who says what: for a number of people from the sound of their voices, or by channel when each has a
   * microphone. Lines that somebody labelled keep their speaker, and the other lines are compared with them.
   */
  'speakers.propose': {
    params: z.union([
      z
        .object({
          project: projectId,
          people: z.number(),
          /** A speaker-embedding model of one's own (ONNX, 16 kHz, filter banks) to tell voices by. */
          voiceModel: file.optional(),
        })
        .strict(),
      z.object({ project: projectId, channels: z.literal(true) }).strict(),
    ]),
    result: speakersResult.extend({
      /** Notes for the person about the result, in one sentence each. */
      notes: z.array(z.string()),
    }),
  },
  /** Confirms every proposed speaker. */
  'speakers.confirm': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ confirmed: z.number().int() }),
  },
} as const;
