import type { ProjectDocument } from '../document/document';
import type { Word } from '../model/word';

/** Whether a word was written by a person: one that a recogniser wrote is known by how sure it was of it. */
export function isTyped({ transcription, words }: ProjectDocument, word: Word): boolean {
  if (word.typed) return true;
  // Of what was looked for in vain nobody tells how sure he is.
  if (word.confidence !== undefined || word.unplaced) return false;
  return transcription !== null || isMostlyRecognised(words);
}

const known = new WeakMap<readonly Word[], boolean>();

/** Tells whether most words came from a recogniser: a transcript from elsewhere may say of none how sure one was. */
function isMostlyRecognised(words: readonly Word[]): boolean {
  const before = known.get(words);
  if (before !== undefined) return before;
  const sure = words.filter(({ confidence }) => confidence !== undefined).length;
  known.set(words, sure > words.length / 2);
  return sure > words.length / 2;
}
