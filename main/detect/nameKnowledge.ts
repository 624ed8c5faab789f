import type { NameKnowledge } from '../../shared/redaction/NameKnowledge';
import { isKind } from './candidates';
import { romanKey } from './fold';
import { isCommonWord } from './isCommonWord';
import { soundsAlike } from './soundsAlike';

/** What searches for leaks have to know about names. */
export const nameKnowledge: NameKnowledge = { isCommonWord, isKind, romanKey, soundsAlike };
