/** A word as a file tells of it, before times are settled and ids given. Times are seconds. */
export interface RawWord {
  text: string;
  start: number | null;
  end: number | null;
  /** Seconds: the stretch the word was said in, where the file tells only that and start and end are a guess. */
  within?: { from: number; to: number };
  /** Seconds: when it takes its turn among the others, where that is not when it, or its stretch, begins. */
  order?: number;
  /** The speaker's name or label in the file. */
  speaker?: string | undefined;
  confidence?: number | undefined;
  /** No space stands before it. */
  glued?: true;
  paragraph?: true;
}

export interface RawTranscript {
  /** What the file says, or `und`. */
  language: string;
  words: RawWord[];
  /** What was put right, left out or guessed, a sentence each. */
  notes: string[];
}
