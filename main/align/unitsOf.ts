import { foldPhrase } from '../../shared/text/matching';
import { isSpaceless } from '../../shared/text/spaceless';

/** The smallest part of a text that is compared. */
export interface Unit {
  folded: string;
  /** Position of its word. */
  word: number;
}

/**
 * Returns the units of words: folded words, and single characters in scripts without spaces, where two programs cut one
 * text into different words. A word of signs alone has no unit.
 */
export const unitsOf = (texts: readonly string[]): Unit[] =>
  texts.flatMap((text, word) =>
    foldPhrase(text).flatMap((folded) =>
      (isSpaceless(folded, 0) ? Array.from(folded) : [folded]).map((part) => ({ folded: part, word })),
    ),
  );
