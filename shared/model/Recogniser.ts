import type { ModelKind } from './modelKind';

/** A word as it was heard; times are seconds from the start of what was given to hear. */
export interface HeardWord {
  text: string;
  start: number;
  end: number;
  /** 0 to 1 */
  confidence: number;
}

/** A speech recogniser with its model loaded. */
export interface Recogniser {
  /**
   * Recognises what is said in a stretch of sound.
   * @param samples mono, 16 kHz, at most 29 seconds.
   * @throws {AppError} `OUT_OF_MEMORY`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`, `CANCELLED`.
   */
  hear(samples: Float32Array): Promise<HeardWord[]>;
  /** Ends it at once. */
  close(): void;
}

/** Whose ears hear an export. */
export interface Ear {
  kind: ModelKind;
  /** Whether it is the model that transcribed the recording; null where none did. */
  transcribed: boolean | null;
}

/** Starts a recogniser. @throws {AppError} as `hear`, and `TRANSCRIBER_MISSING`, `MODEL_INVALID`. */
export type OpenRecogniser = (signal?: AbortSignal) => Promise<Recogniser>;
