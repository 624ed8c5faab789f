import * as z from 'zod';
import { spanSchema } from '../model/entity';
import { file, projectId } from './parts';

/** How many people can be told apart by their voices at most; from four on it is not promised to be right. */
export const MOST_PEOPLE = 8;
export const FEWEST_PEOPLE = 2;

const speakersResult = z.object({
  /** Those who say something, in the order of the transcript. */
  speakers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      words: z.number().int(),
      /** How many of their words are theirs by proposal only, and of these how many unsure. */
      proposed: z.number().int(),
      unsure: z.number().int(),
      /** Seconds in which they can be heard alone; null without times. */
      sample: spanSchema.nullable(),
    }),
  ),
  /** Words whose speaker is only proposed, and of these those that are unsure. */
  proposed: z.number().int(),
  unsure: z.number().int(),
});

/** Who speaks. */
export const speakersApi = {
  /** Who speaks, as far as it is known or proposed. */
  'speakers.list': {
    params: z.object({ project: projectId }).strict(),
    result: speakersResult,
  },
  /**
   * Proposes who says what: for a number of people from the sound of their voices, or by channel where each has a
   * microphone. Lines that somebody labelled keep their speaker, and others are compared with them.
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
      /** What is to be known of the result, a sentence each. */
      notes: z.array(z.string()),
    }),
  },
  /** Says that whoever is proposed speaks indeed. */
  'speakers.confirm': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ confirmed: z.number().int() }),
  },
} as const;
