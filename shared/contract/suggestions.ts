import * as z from 'zod';
import { measuredSchema } from '../model/measured';
import { namesModelFactsSchema } from '../model/namesModelFacts';
import { suggestionSchema } from '../model/suggestion';
import { file, projectId } from './parts';

/**
 * A names model of one's own that reads the text too: an ONNX file with its tokenizer.json beside it. It takes minutes.
 */
export const namesModel = file.optional();

/**
 * Methods that suggest what to withhold, and find what is left of it. They return everything that may be asked about at
 * any level (`isAskedAt`), so that a client who asks less can tell how much more there is.
 */
export const suggestionsApi = {
  /** Returns how many names are found, and how many questions are right, in languages where that was measured. */
  'suggest.measured': {
    params: z.object({}).strict(),
    result: measuredSchema,
  },
  /** Suggests names, and the details beside them, which have `detail`. */
  'suggest.text': {
    params: z.object({ text: z.string(), namesModel }).strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
  'suggest.project': {
    params: z.object({ project: projectId, namesModel }).strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
  /** Tries a names model, and tells what it finds or what is wrong with it. */
  'suggest.checkModel': {
    params: z.object({ namesModel: file }).strict(),
    result: namesModelFactsSchema,
  },
  /**
   * Finds places for which an export would be refused: what is withheld still stands there, or something that sounds
   * like it. Such a place is in the transcript, a label, a description, or what the publisher adds.
   */
  'suggest.leftovers': {
    params: z
      .object({
        project: projectId,
        /** Additions of the publisher, if they are to be looked through as well. */
        title: z.string().max(500).optional(),
        intro: z.string().max(20_000).optional(),
        out: file.optional(),
      })
      .strict(),
    result: z.object({ suggestions: z.array(suggestionSchema) }),
  },
} as const;
