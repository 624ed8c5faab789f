/** Something a file gives a time of its own: a word, a token, or all that is said in a segment. */
export interface Piece {
  text: string;
  /** Seconds once `inSeconds` was there; null where the file tells none, or none that can be. */
  start: number | null;
  end: number | null;
  speaker?: string | undefined;
  confidence?: number | undefined;
}

/** A segment. Without pieces its time is all that is known of its words. */
export interface Block extends Piece {
  pieces: Piece[];
  /** Somebody else speaks from here on. */
  turn?: boolean;
}
