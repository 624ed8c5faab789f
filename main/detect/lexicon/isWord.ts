import { NAME_WORDS } from './data/nameWords';
import { englishEntry, isAmbiguousName } from './englishLexicon';
import { isCommonWord } from './isCommonWord';

/** How often in 51 million words a word that is mostly written small stands, to be everyday language. */
const EVERYDAY_COUNT = 100;

/** Whether a folded word is everyday language, though it may be better known as a name: `mark`, `rose`. */
export function isWord(folded: string): boolean {
  if (isCommonWord(folded) || NAME_WORDS.has(folded) || isAmbiguousName(folded)) return true;
  const { count, capital } = englishEntry(folded);
  return !capital && count >= EVERYDAY_COUNT;
}
