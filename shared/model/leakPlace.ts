import * as z from 'zod';
import { likenessSchema } from './likeness';

/**
 * Places where something withheld can be left in what is published: in the transcript, or in what is told around it.
 */
export const LEAK_PLACES = [
  ...(['words', 'label', 'heading', 'title', 'introduction', 'description', 'marker', 'folder'] as const),
] as const;
export type LeakPlaceKind = (typeof LEAK_PLACES)[number];

/**
 * Tells whether an export of text, of sound or of both tells what stands in a place. A folder's name is always read.
 * The words of the transcript are also heard. What stands around the transcript is told only in texts.
 */
export const isTold = (kind: LeakPlaceKind, { text, sound }: { text: boolean; sound: boolean }): boolean =>
  text || kind === 'folder' || (sound && kind === 'words');

/** A place where something withheld would be published. It holds no text, so that an error may tell of it. */
export const leakPlaceSchema = z.object({
  kind: z.enum(LEAK_PLACES),
  /** Seconds; null in a transcript without times, and for a place that is said nowhere in the recording. */
  time: z.number().nullable(),
  /** Number of words before it, in a transcript without times; lists tell places by it there. */
  position: z.number().int().min(0).optional(),
  /**
   * Words that say it. For a label the speaker's first word, for a description the words behind its marker, for a
   * heading the first word below it.
   */
  wordIds: z.array(z.string()),
  likeness: likenessSchema,
  /** The entity whose name it is. */
  entityId: z.string(),
  /**
   * The speaker with this label, the entity with this description or in these markers, or the chapter with this
   * heading.
   */
  of: z.string().optional(),
  /** Number of that chapter, counted from 1. */
  chapter: z.number().int().positive().optional(),
});
export type LeakPlace = z.infer<typeof leakPlaceSchema>;
