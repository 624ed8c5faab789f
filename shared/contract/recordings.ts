import * as z from 'zod';
import { drawnCoverSchema } from '../model/cover';
import { projectId } from './parts';

/** The recording: what is played, and covers over its picture. */
export const recordingsApi = {
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
} as const;
