import type { ModelKind } from './modelKind';

/** A word as it was heard. Times are seconds from the start of the samples. */
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
  /** Ends the recogniser at once. */
  close(): void;
}

/** The recogniser that hears an export. */
export interface Ear {
  kind: ModelKind;
  /** True when this model also transcribed the recording; null when no model did. */
  transcribed: boolean | null;
}

/** Starts a recogniser. @throws {AppError} as `hear`, and `TRANSCRIBER_MISSING`, `MODEL_INVALID`. */
export type OpenRecogniser = (signal?: AbortSignal) => Promise<Recogniser>;
