import * as z from 'zod';
import { drawnCoverSchema } from '../model/cover';
import { projectId } from './parts';

/** Methods for the recording: what is played, and the covers over its picture. */
export const recordingsApi = {
  /**
   * Makes what the player plays, and keeps it in the project file: picture and sound in formats that every Chromium
   * knows, and how loud the sound is. Answers at once when it is there already.
   */
  'playback.prepare': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({
      /** Bytes of the MP4; 0 without a recording. */
      bytes: z.number().int(),
      /**
       * Peaks of the sound, one byte for each of `perSecond` stretches a second, in base64: 0 is silence, 255 full
       * scale, linear.
       */
      peaks: z.string(),
      perSecond: z.number().int(),
    }),
  },
  /** Replaces all covers by these rectangles over the picture, in the order of the list. */
  'cover.replace': {
    params: z.object({ project: projectId, covers: z.array(drawnCoverSchema) }).strict(),
    result: z.object({ covers: z.number().int() }),
  },
  /** Draws one more cover, or replaces the one with that id. */
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
} as const;
