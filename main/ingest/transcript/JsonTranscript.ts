import type { Block } from './spokenPieces';

/** What a JSON file says, whoever wrote it; times in the file's own unit. */
export interface JsonTranscript {
  language: unknown;
  blocks: Block[];
  /** Seconds, where the file tells how long the recording is. */
  duration: number | null;
  /** How many of the file's units are a second, where its form tells. */
  perSecond?: number;
}
