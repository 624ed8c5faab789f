import type { NameKnowledge } from '../../shared/leaks/NameKnowledge';
import { isKind } from './lexicon/cueWords';
import { otherNames } from './lexicon/otherNames';
import { romanKey } from '../../shared/text/romanKey';
import { isCommonWord } from './lexicon/isCommonWord';
import { isWord } from './lexicon/isWord';
import { soundsAlike } from './lexicon/soundsAlike';

/** What searches for leaks have to know about names. */
export const nameKnowledge: NameKnowledge = {
  isCommonWord,
  isWord,
  isKind,
  romanKey,
  soundsAlike,
  otherNames,
};
