import { t } from '../../../../shared/messages/messages';
import { ENGLISH, englishEntry } from '../../lexicon/englishLexicon';
import { isCommonWord } from '../../lexicon/isCommonWord';
import type { Evidence } from './context';

/** True for a word that no dictionary of English has. */
function isUnknown(folded: string): boolean {
  const { count, flags } = englishEntry(folded);
  return count === 0 && (flags & ENGLISH.tagged) === 0 && !isCommonWord(folded);
}

/** Votes by the writing alone: a capital where English wants none, or a word that no dictionary has. */
export const lookEvidence: Evidence = ({ cased, english, tokens, folded, ordinary, several }) => {
  const [first] = tokens;
  const unknown = english && folded.some(isUnknown);
  const capital = cased && first?.capital === true;
  if (ordinary) {
    return [
      capital && several && { type: 'organisation', weight: 1.3, why: t('everyday words with capitals') },
    ];
  }
  if (!capital) {
    // In a text without capitals a word outside the dictionary is mostly a name; in others mostly a foreign word.
    const weight = unknown && folded.some((word) => word.length > 3) ? (cased ? 1.4 : 2) : 0.6;
    return [
      { type: null, weight, why: t('not an everyday word') },
      several && unknown && { type: 'person', weight: 0.3, why: t('several such words in a row') },
    ];
  }
  if (!first.telling && !several) {
    const weight = unknown ? 1.6 : 0.6;
    return [english && { type: null, weight, why: t('not an everyday word') }];
  }
  return [
    { type: null, weight: unknown ? 2 : 1.3, why: t('a capital and not an everyday word') },
    several && { type: 'person', weight: 0.5, why: t('several capitals in a row') },
  ];
};
