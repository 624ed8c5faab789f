/** A word as a file tells of it, before times are settled and ids given. Times are seconds. */
export interface RawWord {
  text: string;
  start: number | null;
  end: number | null;
  /** Seconds: the stretch the word was said in, where the file tells only that and start and end are a guess. */
  within?: { from: number; to: number };
  /** The speaker's name or label in the file. */
  speaker?: string | undefined;
  confidence?: number | undefined;
  paragraph?: true;
}

export interface RawTranscript {
  /** What the file says, or `und`. */
  language: string;
  words: RawWord[];
}
