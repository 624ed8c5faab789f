import type { Block } from './spokenPieces';

/** The transcript in a JSON file, whoever wrote it; times in the file's own unit. */
export interface JsonTranscript {
  language: unknown;
  blocks: Block[];
  /** Seconds of the recording; null where the file does not tell them. */
  duration: number | null;
  /** Units of the file in a second, where its form tells. */
  perSecond?: number;
}
