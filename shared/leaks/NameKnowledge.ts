/** Knowledge about words and names. `main/detect` has it, and whoever searches is given it. */
export interface NameKnowledge {
  /** Tells whether a folded word is everyday language. */
  isCommonWord: (folded: string) => boolean;
  /** Tells whether a folded word is everyday language, even if it is better known as a name: `mark`, `rose`. */
  isWord: (folded: string) => boolean;
  /** Tells whether a folded word says what kind of place or body a name is of: `street`, `university`. */
  isKind: (folded: string) => boolean;
  /** Returns a key that all spellings of one name share, whatever their script. */
  romanKey: (text: string) => string;
  /** Tells whether two names may be one that was misheard or misspelt; both are given as roman keys. */
  soundsAlike: (key: string, other: string) => boolean;
  /** Returns what else somebody with a folded given name is called every day, folded: `sasha` for `aleksandr`. */
  otherNames: (folded: string) => string[];
}
