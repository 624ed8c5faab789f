/** A piece with a time of its own in the file: a word, a token, or all that is said in a segment. */
export interface Piece {
  text: string;
  /** Seconds, once `inSeconds` has counted them; null where the file tells no time, or an impossible one. */
  start: number | null;
  end: number | null;
  speaker?: string | number | undefined;
  confidence?: number | undefined;
}

/** A segment. Without pieces its time is all that is known of its words. */
export interface Block extends Piece {
  pieces: Piece[];
  /** True if somebody else speaks from here on. */
  turn?: boolean;
}
