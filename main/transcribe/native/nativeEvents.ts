import * as z from 'zod';
import { MODEL_KINDS } from '../../../shared/model/modelKind';

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

/** A token of a given text; `resources/native/align.hpp` describes it. */
export const enforcedTokenSchema = z.object({
  /** Index of the word that it is a part of. */
  word: z.number().int().min(0),
  /** Its probability among all text before it was enforced, 0 to 1. */
  p: z.number(),
  /** Time at which the model would have begun it, and how sure it was of that, 0 to 1. */
  hint: time.nullable(),
  sure: z.number(),
  /** Times at which the text before it ends and at which it begins itself, if the model wrote them. */
  end: time.nullable(),
  begin: time.nullable(),
  /** Time at which it begins by dynamic time warping; only in that mode, and not for the first. */
  dtw: time.nullable(),
});
export type EnforcedToken = z.infer<typeof enforcedTokenSchema>;

export const alignedTextSchema = z.object({
  type: z.literal('aligned'),
  window,
  /** True when a window can take that much text; otherwise there are no tokens. */
  fits: z.boolean(),
  tokens: z.array(enforcedTokenSchema).default([]),
  /** Time at which the last word ends, if the model wrote it. */
  closes: time.nullable().default(null),
});

/** The places of a given text's tokens in a window. */
export interface EnforcedText {
  tokens: EnforcedToken[];
  closes: number | null;
}

/** The recogniser's result for one window. */
export interface NativeResult {
  segments: NativeSegment[];
  /** The places of the text, for a window that came with one; null when the text is too much for a window. */
  enforced?: EnforcedText | null | undefined;
  /** The language, if it was detected in this window. */
  language: string | undefined;
}

const readySchema = z.object({
  type: z.literal('ready'),
  kind: z.enum(MODEL_KINDS),
  model: z.string(),
  multilingual: z.boolean().optional(),
  encoderLayers: z.number().int(),
  decoderLayers: z.number().int().optional(),
  mels: z.number().int(),
  vocabulary: z.number().int(),
  dtw: z.boolean(),
  /** The graphics processors that it could use. */
  devices: z.array(z.object({ name: z.string(), description: z.string() })),
  /** True when there is a graphics processor that could not be used, so that the processor does the work. */
  deviceFailed: z.boolean(),
  /** The features that the program was built with, in whisper.cpp's words. */
  system: z.string(),
});
export type NativeReady = z.infer<typeof readySchema>;

/** The events that the native transcriber prints, one a line; `resources/native/transcriber.cpp` says when. */
export const nativeEventSchema = z.discriminatedUnion('type', [
  readySchema,
  z.object({ type: z.literal('language'), window, language: z.string(), probability: z.number() }),
  z.object({ type: z.literal('progress'), window, done: time }),
  nativeSegmentSchema,
  alignedTextSchema,
  z.object({ type: z.literal('done'), window }),
  z.object({
    type: z.literal('error'),
    code: z.enum(['MODEL_INVALID', 'OUT_OF_MEMORY', 'LANGUAGE_UNKNOWN', 'FAILED']),
    detail: z.string(),
  }),
]);
export type NativeEvent = z.infer<typeof nativeEventSchema>;
export type NativeErrorCode = Extract<NativeEvent, { type: 'error' }>['code'];
