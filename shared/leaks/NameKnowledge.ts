/** What is known about words and names; `main/detect` knows it, and whoever searches is given it. */
export interface NameKnowledge {
  /** Whether a folded word is everyday language. */
  isCommonWord: (folded: string) => boolean;
  /** Whether a folded word is everyday language, though it may be better known as a name: `mark`, `rose`. */
  isWord: (folded: string) => boolean;
  /** Whether a folded word says what kind of place or body a name is of: `street`, `university`. */
  isKind: (folded: string) => boolean;
  /** A key under which all spellings of one name fall together, whatever their script. */
  romanKey: (text: string) => string;
  /** Whether two names may be one that was misheard or misspelt; both given as roman keys. */
  soundsAlike: (key: string, other: string) => boolean;
  /** What else somebody with a folded given name is called every day, folded: `sasha` for `aleksandr`. */
  otherNames: (folded: string) => string[];
}
