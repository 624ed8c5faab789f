/** A word as a file tells of it, before times are settled and ids given. Times are seconds. */
export interface RawWord {
  text: string;
  start: number | null;
  end: number | null;
  /**
   * The stretch (seconds) in which the word was said, where the file tells only that, and start and end are a guess.
   */
  within?: { from: number; to: number };
  /** The time (seconds) at which it takes its turn, where that is not its start or that of its stretch. */
  order?: number;
  /** The speaker's name or label in the file, or their number where it only counts speakers. */
  speaker?: string | number | undefined;
  confidence?: number | undefined;
  /** True if no space stands before it. */
  glued?: true;
  paragraph?: true;
}

export interface RawTranscript {
  /** The language that the file names, or `und`. */
  language: string;
  words: RawWord[];
  /** Notes on what was put right, left out or guessed, a sentence each. */
  notes: string[];
}
