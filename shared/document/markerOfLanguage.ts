import { markerWordFor } from '../model/marker';
import { guessLanguage } from '../text/likelyLanguage';
import type { ProjectDocument } from './document';

/**
 * The marker's word in the language of a document: the one that is known or, where nobody said, that of most of its text.
 * Where neither tells, and as long as there are no words, it stays what it is.
 */
export function markerOfLanguage({
  language,
  words,
  markerWord,
}: Pick<ProjectDocument, 'language' | 'words' | 'markerWord'>): string {
  if (words.length === 0) return markerWord;
  const known = language === 'und' ? guessLanguage(words.map(({ text }) => text)) : language;
  return known === 'und' ? markerWord : markerWordFor(known);
}
