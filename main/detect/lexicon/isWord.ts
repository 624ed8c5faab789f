import { notDrawnOut } from '../../../shared/text/drawnOut';
import { NAME_WORDS } from './data/nameWords';
import { ENGLISH, englishEntry } from './englishLexicon';
import { isCommonWord } from './isCommonWord';
import { remembered } from './remembered';

/** Times in 51 million words from which on a word that is mostly written small is everyday language. */
const EVERYDAY_COUNT = 100;

/** Tells whether a folded word is everyday language, though it may be better known as a name: `mark`, `rose`. */
export const isWord = remembered((folded: string): boolean => {
  if (isCommonWord(folded) || NAME_WORDS.has(folded)) return true;
  if (notDrawnOut(folded).some(isWord)) return true;
  const { count, flags } = englishEntry(folded);
  if (flags & ENGLISH.ambiguous) return true;
  return (flags & ENGLISH.capital) === 0 && count >= EVERYDAY_COUNT;
});
