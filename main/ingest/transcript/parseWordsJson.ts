import { z } from 'zod';
import type { RawTranscript } from './rawWord';
import { notBackwards } from './notBackwards';
import { spreadWords } from './spreadWords';

const wordSchema = z
  .object({
    text: z.string(),
    start: z.number().min(0),
    end: z.number().min(0),
    speaker: z.string().nullish(),
    confidence: z.number().min(0).max(1).nullish(),
  })
  .refine(...notBackwards);

/** Our own exchange form: words with times in seconds. Further keys are ignored. */
export const wordsSchema = z.object({ language: z.string().nullish(), words: z.array(wordSchema) });

/** A "word" with spaces in it becomes several, its time shared out by their length. */
export function parseWordsJson({ language, words }: z.infer<typeof wordsSchema>): RawTranscript {
  return {
    language: language ?? 'und',
    words: words.flatMap(({ text, start, end, speaker, confidence }) =>
      spreadWords(text, start, end).map((word) => ({
        ...word,
        speaker: speaker ?? undefined,
        confidence: confidence ?? undefined,
      })),
    ),
  };
}
