import { z } from 'zod';

/** Seconds from the start of what was sent. */
const time = z.number();

export const nativeTokenSchema = z.object({
  id: z.number().int().min(0),
  /** The token's bytes, one character a byte (Latin-1): a token may hold half a UTF-8 character. */
  text: z.string(),
  t0: time,
  t1: time,
  /** Probability, 0 to 1. */
  p: z.number(),
  /** The moment the token was said, by dynamic time warping; only in that mode. */
  dtw: time.nullable(),
});
export type NativeToken = z.infer<typeof nativeTokenSchema>;

const window = z.number().int().min(0);

export const nativeSegmentSchema = z.object({
  type: z.literal('segment'),
  window,
  t0: time,
  t1: time,
  noSpeech: z.number(),
  tokens: z.array(nativeTokenSchema),
});
export type NativeSegment = z.infer<typeof nativeSegmentSchema>;

/** What the recogniser heard in one window. */
export interface NativeResult {
  segments: NativeSegment[];
  /** Where it was detected in this window. */
  language: string | undefined;
}

const readySchema = z.object({
  type: z.literal('ready'),
  model: z.string(),
  multilingual: z.boolean(),
  encoderLayers: z.number().int(),
  decoderLayers: z.number().int(),
  mels: z.number().int(),
  vocabulary: z.number().int(),
  dtw: z.boolean(),
  /** The graphics processors that it could use. */
  devices: z.array(z.object({ name: z.string(), description: z.string() })),
  /** A graphics processor is there and could not be used, so that the processor does the work. */
  deviceFailed: z.boolean(),
  /** What the program was built with, in whisper.cpp's words. */
  system: z.string(),
});
export type NativeReady = z.infer<typeof readySchema>;

/** What the native transcriber prints, one a line; `resources/native/transcriber.cpp` says when. */
export const nativeEventSchema = z.discriminatedUnion('type', [
  readySchema,
  z.object({ type: z.literal('language'), window, language: z.string(), probability: z.number() }),
  z.object({ type: z.literal('progress'), window, done: time }),
  nativeSegmentSchema,
  z.object({ type: z.literal('done'), window }),
  z.object({
    type: z.literal('error'),
    code: z.enum(['MODEL_INVALID', 'OUT_OF_MEMORY', 'LANGUAGE_UNKNOWN', 'FAILED']),
    detail: z.string(),
  }),
]);
export type NativeEvent = z.infer<typeof nativeEventSchema>;
export type NativeErrorCode = Extract<NativeEvent, { type: 'error' }>['code'];
