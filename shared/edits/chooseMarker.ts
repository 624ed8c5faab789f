import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { markerOfLanguage } from '../document/markerOfLanguage';
import { isBlank } from '../model/isBlank';
import { markerWordSchema } from '../model/marker';

/**
 * Has a word stand in all markers of an interview.
 * @param word when empty, the markers follow the language again.
 * @returns null when that changes nothing, or no marker can have that word, such as one that nobody could see.
 */
export function chooseMarker(document: ProjectDocument, word: string): Command | null {
  const follows = word.trim() === '';
  if (!follows && isBlank(word)) return null;
  const parsed = markerWordSchema.safeParse(follows ? markerOfLanguage(document) : word);
  if (!parsed.success) return null;
  const { markerWord, markerFollows = false } = document;
  if (parsed.data === markerWord && follows === markerFollows) return null;
  return {
    label: 'Set the marker',
    steps: [{ type: 'setMarkerWord', markerWord: parsed.data, ...(follows && { follows: true }) }],
  };
}
