import * as z from 'zod';
import { speakerSchema, wordSchema } from '../model/word';
import { chapterSchema } from '../model/chapter';
import { coverSchema } from '../model/cover';
import { boundarySettingsSchema, DEFAULT_BOUNDARIES } from '../model/boundarySettings';
import { entitySchema, mentionSchema, spanSchema } from '../model/entity';
import { DEFAULT_MARKER_WORD, markerWordSchema } from '../model/marker';
import { mediaSchema } from '../model/media';

/** The version of the document this program writes; `migrations.ts` brings older ones up to it. */
export const DOCUMENT_VERSION = 6;

/** What the recogniser was told; a transcription goes on only with the same. */
export const transcriptionSettingsSchema = z.object({
  /** The model's name for people and the SHA-256 of its file for us. */
  model: z.object({ name: z.string().min(1), sha256: z.string().length(64) }),
  language: z.string().min(2),
  /** Several that are spoken: what each stretch of speech is in was detected among these. */
  languages: z.array(z.string().min(2)).min(2).optional(),
  beam: z.number().int().positive(),
  prompt: z.string(),
});
export type TranscriptionSettings = z.infer<typeof transcriptionSettingsSchema>;

/** What each channel counts in what the recogniser hears, from a time (seconds) on. */
export const mixStretchSchema = z.object({ from: z.number().min(0), weights: z.array(z.number()).min(1) });
export type MixStretch = z.infer<typeof mixStretchSchema>;

/** The windows (seconds) that are sent to the recogniser, and how many of them, from the first, are finished. */
export const transcriptionSchema = z.object({
  settings: transcriptionSettingsSchema,
  windows: z.array(spanSchema),
  finished: z.number().int().min(0),
  /** The language that was used or detected. */
  language: z.string().min(2).optional(),
  /** What was made of the channels, in order; without it their sum. */
  mixes: z.array(mixStretchSchema).optional(),
  /** The pauses (seconds), in order, that are not sent; earlier versions found them anew each time, by loudness. */
  skipped: z.array(spanSchema).optional(),
  /** What of these was transcribed later all the same. */
  heard: z.array(spanSchema).optional(),
});
export type Transcription = z.infer<typeof transcriptionSchema>;

/**
 * What a model heard anew, of a stretch of the recording or of all of it, and nobody has taken into the transcript yet. It
 * is kept window by window, so that it goes on where it was stopped, and what is heard so far can be taken.
 */
export const hearingSchema = z.object({
  /** `all`: in place of the whole transcript. */
  of: z.enum(['stretch', 'all']),
  /** Seconds: whole words of the transcript as it was. */
  span: spanSchema,
  settings: transcriptionSettingsSchema,
  windows: z.array(spanSchema),
  finished: z.number().int().min(0),
  mixes: z.array(mixStretchSchema).optional(),
  skipped: z.array(spanSchema).optional(),
  language: z.string().min(2).optional(),
  words: z.array(wordSchema),
});
export type Hearing = z.infer<typeof hearingSchema>;

/** What was exported, with what settings: enough to verify the folder again. Never leaves the project file. */
export const exportRecordSchema = z.object({
  at: z.string().min(1),
  blur: z.enum(['noise', 'tone', 'silence']),
  spans: z.array(spanSchema),
  /** What stood around the testimony; exports of earlier versions do not tell. */
  info: z
    .object({
      title: z.string(),
      intro: z.string().optional(),
      timeCodes: z.enum(['none', 'paragraph']).optional(),
    })
    .optional(),
  /** SHA-256 of the published paragraphs, to tell whether the transcript would read the same today. */
  transcript: z.string().length(64),
  files: z.array(z.object({ name: z.string().min(1), sha256: z.string().length(64) })),
  /** What was hidden in the picture beside all of it during the spans; left out where the picture was kept, or none. */
  covers: z.array(coverSchema).optional(),
  /** Voices were disguised. */
  disguised: z.literal(true).optional(),
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;

/** A stretch of the recording (seconds) that a person listened to and decided about. */
export const heardStretchSchema = z.object({ id: z.string().min(1), span: spanSchema });
export type HeardStretch = z.infer<typeof heardStretchSchema>;

/** A secret of 256 bits, in hexadecimal. */
export const voiceSchema = z.string().regex(/^[0-9a-f]{64}$/u);

export const documentSchema = z.object({
  version: z.literal(DOCUMENT_VERSION),
  /** Counts up; the source of ids within this document. */
  nextId: z.number().int().positive(),
  language: z.string().min(2),
  /** Several that somebody said are spoken. */
  languages: z.array(z.string().min(2)).min(1).optional(),
  markerWord: markerWordSchema,
  /** Nobody chose that word: it is the one of the language, as soon as that is known. */
  markerFollows: z.literal(true).optional(),
  boundaries: boundarySettingsSchema.default(DEFAULT_BOUNDARIES),
  media: mediaSchema.nullable(),
  transcription: transcriptionSchema.nullable(),
  words: z.array(wordSchema),
  hearing: hearingSchema.optional(),
  speakers: z.array(speakerSchema),
  entities: z.array(entitySchema),
  mentions: z.array(mentionSchema),
  covers: z.array(coverSchema),
  /** Headings; those before one line stand in this order. */
  chapters: z.array(chapterSchema),
  /** Where someone speaks (seconds), in order; null until the recording was listened to for that. */
  speech: z.array(spanSchema).nullable(),
  /** Speech for which the transcript has no words, and which is published knowingly. */
  wordless: z.array(heardStretchSchema),
  /** Where the recogniser hears a withheld name in what is exported, and a person who listened hears none. */
  overruled: z.array(heardStretchSchema),
  /** What decides how disguised voices sound: the same in every export, since two of them tell more than one. */
  voice: voiceSchema.optional(),
  exports: z.array(exportRecordSchema),
});
export type ProjectDocument = z.infer<typeof documentSchema>;

export function emptyDocument(): ProjectDocument {
  return {
    version: DOCUMENT_VERSION,
    nextId: 1,
    language: 'en',
    markerWord: DEFAULT_MARKER_WORD,
    markerFollows: true,
    boundaries: DEFAULT_BOUNDARIES,
    media: null,
    transcription: null,
    words: [],
    speakers: [],
    entities: [],
    mentions: [],
    covers: [],
    chapters: [],
    speech: null,
    wordless: [],
    overruled: [],
    exports: [],
  };
}
