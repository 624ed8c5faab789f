import * as z from 'zod';
import { likenessSchema } from './likeness';

/** Where something withheld can be left in what is published: in the transcript, or in what is told around it. */
export const LEAK_PLACES = [
  ...(['words', 'label', 'heading', 'title', 'introduction', 'description', 'marker', 'folder'] as const),
] as const;
export type LeakPlaceKind = (typeof LEAK_PLACES)[number];

/**
 * Whether an export of text, of sound or of both tells what stands in a place. A folder's name is always read; what the
 * transcript says is heard as well; what stands around it is in texts alone.
 */
export const isTold = (kind: LeakPlaceKind, { text, sound }: { text: boolean; sound: boolean }): boolean =>
  text || kind === 'folder' || (sound && kind === 'words');

/** A place where something withheld would be published. It holds no text, so that an error may tell of it. */
export const leakPlaceSchema = z.object({
  kind: z.enum(LEAK_PLACES),
  /** Seconds; null in a transcript without times, and for what is said nowhere in the recording. */
  time: z.number().nullable(),
  /** In a transcript without times: how many words stand before it, as lists tell places there. */
  position: z.number().int().min(0).optional(),
  /** The words that say it; where they begin, for a label or a description; the first below a heading. */
  wordIds: z.array(z.string()),
  likeness: likenessSchema,
  /** Whose name it is. */
  entityId: z.string(),
  /** The speaker whose label it is, the entity whose description it is or whom markers name, or the chapter whose heading. */
  of: z.string().optional(),
  /** Which chapter that is, counted from 1. */
  chapter: z.number().int().positive().optional(),
});
export type LeakPlace = z.infer<typeof leakPlaceSchema>;
