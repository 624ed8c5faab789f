import type { NameKnowledge } from '../../shared/redaction/NameKnowledge';
import { isKind } from './candidates';
import { otherNames } from './diminutives';
import { romanKey } from './fold';
import { isCommonWord } from './isCommonWord';
import { isWord } from './isWord';
import { soundsAlike } from './soundsAlike';

/** What searches for leaks have to know about names. */
export const nameKnowledge: NameKnowledge = {
  isCommonWord,
  isWord,
  isKind,
  romanKey,
  soundsAlike,
  otherNames,
};
