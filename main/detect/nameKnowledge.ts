import type { NameKnowledge } from '../../shared/leaks/NameKnowledge';
import { isKind } from './lexicon/cueWords';
import { otherNames } from './lexicon/otherNames';
import { romanKey } from '../../shared/text/romanKey';
import { isCommonWord } from './lexicon/isCommonWord';
import { isWord } from './lexicon/isWord';
import { soundsAlike } from './lexicon/soundsAlike';

/** The knowledge about names that searches for leaks need. */
export const nameKnowledge: NameKnowledge = {
  isCommonWord,
  isWord,
  isKind,
  romanKey,
  soundsAlike,
  otherNames,
};
