import * as z from 'zod';
import { projectId } from './parts';

/** Number of a chapter, counted from 1 in the order of the transcript. */
const chapter = z.number().int().positive();
const numbered = z.object({
  chapter,
  /**
   * Seconds at which the line below its heading begins; in a transcript without times, the number of words before it.
   */
  at: z.number().min(0),
  text: z.string(),
});

/** Methods for chapters, whose headings stand before lines and are published with them. */
export const chaptersApi = {
  'chapter.list': {
    params: z.object({ project: projectId }).strict(),
    result: z.object({ chapters: z.array(numbered) }),
  },
  /** Begins a chapter before the line that is said at a time, or that begins within the second that follows. */
  'chapter.add': {
    params: z.object({ project: projectId, at: z.number().min(0), text: z.string() }).strict(),
    result: numbered,
  },
  'chapter.change': {
    params: z.object({ project: projectId, chapter, text: z.string() }).strict(),
    result: numbered,
  },
  'chapter.remove': {
    params: z.object({ project: projectId, chapter }).strict(),
    result: z.object({ chapters: z.array(numbered) }),
  },
} as const;
