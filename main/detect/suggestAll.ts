import type { Suggestion } from '../../shared/model/suggestion';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestDetails } from './suggestDetails';
import { suggestInText } from './suggestInText';

/**
 * Suggests names and numbers, and the details beside them, in the order of the text.
 * @param read names that a model of one's own reads in it.
 */
export function suggestAll(text: string, read: readonly OwnName[] = []): Suggestion[] {
  const names = suggestInText(text, read);
  return [...names, ...suggestDetails(text, names)].sort((a, b) => a.start - b.start);
}
