import { z } from 'zod';
import type { RawTranscript } from './rawWord';
import { spreadWords } from './spreadWords';
import { notBackwards } from './notBackwards';

const spokenSchema = z
  .object({
    word: z.string(),
    start: z.number().min(0),
    end: z.number().min(0),
    probability: z.number().min(0).max(1).nullish(),
    score: z.number().min(0).max(1).nullish(),
    speaker: z.string().nullish(),
  })
  .refine(...notBackwards);

const segmentSchema = z
  .object({
    text: z.string(),
    start: z.number().min(0),
    end: z.number().min(0),
    speaker: z.string().nullish(),
    words: z.array(spokenSchema).nullish(),
  })
  .refine(...notBackwards);

/** What the Python programs around Whisper write, as far as it is needed; times are seconds. */
export const segmentsSchema = z.object({ language: z.string().nullish(), segments: z.array(segmentSchema) });

/** Words where they are there; otherwise a segment's time is shared among its words. */
export function parseSegmentsJson({ language, segments }: z.infer<typeof segmentsSchema>): RawTranscript {
  return {
    language: language ?? 'und',
    words: segments.flatMap(({ text, start, end, speaker, words }) =>
      words?.length
        ? words.flatMap((spoken) =>
            spreadWords(spoken.word, spoken.start, spoken.end).map((word) => ({
              ...word,
              speaker: spoken.speaker ?? speaker ?? undefined,
              confidence: spoken.probability ?? spoken.score ?? undefined,
            })),
          )
        : spreadWords(text, start, end).map((word) => ({ ...word, speaker: speaker ?? undefined })),
    ),
  };
}
