import * as z from 'zod';
import { speakerSchema, wordSchema } from '../model/word';
import { chapterSchema } from '../model/chapter';
import { coverSchema } from '../model/cover';
import { boundarySettingsSchema, DEFAULT_BOUNDARIES } from '../model/boundarySettings';
import { entitySchema, mentionSchema, spanSchema } from '../model/entity';
import { DEFAULT_MARKER_WORD, markerWordSchema } from '../model/marker';
import { mediaSchema } from '../model/media';

/** Version of the document that this program writes; `migrations.ts` brings older ones up to it. */
export const DOCUMENT_VERSION = 6;

/** Settings that the recogniser was given. A transcription goes on only with the same ones. */
export const transcriptionSettingsSchema = z.object({
  /** The model's name for people, and the SHA-256 of its file for us. */
  model: z.object({ name: z.string().min(1), sha256: z.string().length(64) }),
  language: z.string().min(2),
  /** Several languages that are spoken: the language of each stretch of speech was detected among these. */
  languages: z.array(z.string().min(2)).min(2).optional(),
  beam: z.number().int().positive(),
  prompt: z.string(),
});
export type TranscriptionSettings = z.infer<typeof transcriptionSettingsSchema>;

/** Weight of each channel in what the recogniser hears, from a time (seconds) on. */
export const mixStretchSchema = z.object({ from: z.number().min(0), weights: z.array(z.number()).min(1) });
export type MixStretch = z.infer<typeof mixStretchSchema>;

/**
 * A transcription: the windows (seconds) that are sent to the recogniser, and how many of them, from the first, are
 * finished.
 */
export const transcriptionSchema = z.object({
  settings: transcriptionSettingsSchema,
  windows: z.array(spanSchema),
  finished: z.number().int().min(0),
  /** The language that was used or detected. */
  language: z.string().min(2).optional(),
  /** Mixes of the channels, in order; their sum if absent. */
  mixes: z.array(mixStretchSchema).optional(),
  /** Pauses (seconds), in order, that are not sent. Earlier versions found them anew each time, by loudness. */
  skipped: z.array(spanSchema).optional(),
  /** Parts of these pauses that were transcribed later all the same. */
  heard: z.array(spanSchema).optional(),
});
export type Transcription = z.infer<typeof transcriptionSchema>;

/**
 * Words that a model heard anew, in a stretch of the recording or in all of it, and nobody has taken into the
 * transcript yet. They are kept window by window, so that hearing goes on where it was stopped, and what is heard so
 * far can be taken.
 */
export const hearingSchema = z.object({
  /** `all` takes the place of the whole transcript. */
  of: z.enum(['stretch', 'all']),
  /** Seconds to hear: whole words of the transcript as it was. */
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

/** An export and its settings: enough to verify the folder again. It never leaves the project file. */
export const exportRecordSchema = z.object({
  at: z.string().min(1),
  blur: z.enum(['noise', 'tone', 'silence']),
  spans: z.array(spanSchema),
  /** Texts around the testimony; exports of earlier versions do not have them. */
  info: z
    .object({
      title: z.string(),
      intro: z.string().optional(),
      timeCodes: z.enum(['none', 'paragraph']).optional(),
    })
    .optional(),
  /** SHA-256 of the published paragraphs. It tells whether the transcript would read the same today. */
  transcript: z.string().length(64),
  files: z.array(z.object({ name: z.string().min(1), sha256: z.string().length(64) })),
  /**
   * Covers over the picture; during the spans all of it was hidden. Absent when the picture was kept, or there was
   * none.
   */
  covers: z.array(coverSchema).optional(),
  /** True when voices were disguised. */
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
  /** Number that only counts up; ids within this document come from it. */
  nextId: z.number().int().positive(),
  language: z.string().min(2),
  /** Languages that somebody said are spoken. */
  languages: z.array(z.string().min(2)).min(1).optional(),
  markerWord: markerWordSchema,
  /** True when nobody chose that word: it is the one of the language, as soon as that is known. */
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
  /** Chapters; the headings before one line stand in this order. */
  chapters: z.array(chapterSchema),
  /** Spans (seconds) where someone speaks, in order; null until the recording was listened to for that. */
  speech: z.array(spanSchema).nullable(),
  /** Stretches of speech that the transcript has no words for, and that are published knowingly. */
  wordless: z.array(heardStretchSchema),
  /** Stretches where the recogniser hears a withheld name in what is exported, and a person who listened hears none. */
  overruled: z.array(heardStretchSchema),
  /**
   * Secret that decides how disguised voices sound. It is the same in every export, since two disguises tell more than
   * one.
   */
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
