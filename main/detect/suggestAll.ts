import type { Suggestion } from '../../shared/model/suggestion';
import { suggestDetails } from './suggestDetails';
import { suggestInText } from './suggestInText';

/** Names and numbers, and the details beside them, in the order of the text. */
export function suggestAll(text: string): Suggestion[] {
  const names = suggestInText(text);
  return [...names, ...suggestDetails(text, names)].sort((a, b) => a.start - b.start);
}
