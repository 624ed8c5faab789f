import { foldPhrase } from '../../shared/text/matching';
import { isSpaceless } from '../../shared/text/spaceless';

/** What texts are compared by. */
export interface Unit {
  folded: string;
  /** The position of the word that it is of. */
  word: number;
}

/**
 * The units of words: folded words, and single characters in scripts without spaces, where two programs cut one text into
 * different words. A word of signs alone has none.
 */
export const unitsOf = (texts: readonly string[]): Unit[] =>
  texts.flatMap((text, word) =>
    foldPhrase(text).flatMap((folded) =>
      (isSpaceless(folded, 0) ? Array.from(folded) : [folded]).map((part) => ({ folded: part, word })),
    ),
  );
