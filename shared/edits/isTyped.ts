import type { ProjectDocument } from '../document/document';
import type { Word } from '../model/word';

/** Tells whether a person wrote a word. A word that a recogniser wrote has that recogniser's confidence. */
export function isTyped({ transcription, words }: ProjectDocument, word: Word): boolean {
  if (word.typed) return true;
  // A word that was looked for in vain has no confidence, whoever wrote it.
  if (word.confidence !== undefined || word.unplaced) return false;
  return transcription !== null || isMostlyRecognised(words);
}

const known = new WeakMap<readonly Word[], boolean>();

/** Tells whether most words came from a recogniser. A transcript from elsewhere may have no confidence for any word. */
function isMostlyRecognised(words: readonly Word[]): boolean {
  const before = known.get(words);
  if (before !== undefined) return before;
  const sure = words.filter(({ confidence }) => confidence !== undefined).length;
  known.set(words, sure > words.length / 2);
  return sure > words.length / 2;
}
