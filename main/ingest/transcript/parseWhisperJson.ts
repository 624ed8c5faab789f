import { z } from 'zod';
import type { RawTranscript, RawWord } from './rawWord';
import { spreadWords } from './spreadWords';

const offsetsSchema = z
  .object({ from: z.number().min(0), to: z.number().min(0) })
  .refine(({ from, to }) => to >= from, {
    message: 'expected an end that is not before the start',
    path: ['to'],
  });

const tokenSchema = z.object({
  text: z.string(),
  /** Milliseconds; special tokens have none. */
  offsets: offsetsSchema.optional(),
  p: z.number().min(0).max(1).optional(),
});
type Token = z.infer<typeof tokenSchema>;

/** What `whisper-cli -oj` and `-ojf` write, as far as it is needed; offsets are milliseconds. */
export const whisperSchema = z.object({
  result: z.object({ language: z.string().optional() }).optional(),
  transcription: z.array(
    z.object({ text: z.string(), offsets: offsetsSchema, tokens: z.array(tokenSchema).optional() }),
  ),
});

/**
 * Tokens become words where they are there (`-ojf`); otherwise a segment's time is shared among its words.
 * @param decode makes text of what was read.
 */
export function parseWhisperJson(
  { result, transcription }: z.infer<typeof whisperSchema>,
  decode: (text: string) => string,
): RawTranscript {
  return {
    language: result?.language ?? 'und',
    words: transcription.flatMap(({ text, offsets, tokens }) => {
      const words = joinTokens(tokens ?? [], decode);
      return words.length > 0 ? words : spreadWords(decode(text), offsets.from / 1000, offsets.to / 1000);
    }),
  };
}

const SPECIAL = /^\[_.*\]$|^<\|.*\|>$/u;

/** A token that begins with a space begins a word; a word is as sure as its least sure token. */
function joinTokens(tokens: readonly Token[], decode: (text: string) => string): RawWord[] {
  const words: (RawWord & { start: number; end: number })[] = [];
  for (const { text, offsets, p } of tokens) {
    if (!offsets || text.trim() === '' || SPECIAL.test(text.trim())) continue;
    const last = words.at(-1);
    const [start, end] = [offsets.from / 1000, offsets.to / 1000];
    if (last && !text.startsWith(' ')) {
      last.text += text;
      last.end = Math.max(last.end, end);
      if (p !== undefined) last.confidence = Math.min(last.confidence ?? 1, p);
    } else {
      words.push({ text, start, end, confidence: p });
    }
  }
  return words.flatMap(({ text, start, end, confidence }) =>
    spreadWords(decode(text), start, end).map((word) => ({ ...word, confidence })),
  );
}
