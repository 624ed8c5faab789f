import { z } from 'zod';
import type { RawTranscript } from './rawWord';
import { spreadWords } from './spreadWords';

const wordSchema = z
  .object({
    text: z.string(),
    start: z.number().min(0),
    end: z.number().min(0),
    speaker: z.string().nullish(),
    confidence: z.number().min(0).max(1).nullish(),
  })
  .refine(({ start, end }) => end >= start, {
    message: 'expected an end that is not before the start',
    path: ['end'],
  });

/** Our own exchange form: words with times in seconds. Further keys are ignored. */
export const wordsSchema = z.object({ language: z.string().nullish(), words: z.array(wordSchema) });

/** A "word" with spaces in it becomes several, its time shared out by their length. */
export function parseWordsJson({ language, words }: z.infer<typeof wordsSchema>): RawTranscript {
  return {
    language: language ?? 'und',
    words: words.flatMap(({ text, start, end, speaker, confidence }) => {
      const parts = spreadWords(text, start, end);
      return parts.map(({ within, ...part }) => ({
        ...part,
        ...(parts.length > 1 && within && { within }),
        speaker: speaker ?? undefined,
        confidence: confidence ?? undefined,
      }));
    }),
  };
}
