import { z } from 'zod';
import { measuredSchema } from '../model/measured';
import { suggestionSchema } from '../model/suggestion';
import { file, projectId } from './parts';

/**
 * What is suggested to be withheld, and what is left of it. All is given that may be asked about at any level
 * (`isAskedAt`), so that who asks less can tell how much more there is.
 */
export const suggestionsApi = {
  /** How many names are found, and how many questions are right, in languages where that was measured. */
  'suggest.measured': {
    params: z.object({}).strict(),
    result: measuredSchema,
  },
  /** Names, and the details beside them, which have `detail`. */
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
} as const;
