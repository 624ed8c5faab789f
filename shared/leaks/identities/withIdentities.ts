import type { Suggestion } from '../../model/suggestion';
import { likelyLanguage } from '../../text/likelyLanguage';
import { groupNames, type GroupingKnowledge } from './groupNames';

/**
 * Suggestions, each with the identity that it is of. All of a text are needed, also those that are not asked about.
 * @param language what the text is said to be in, BCP 47; where nobody said, its words tell.
 */
export function withIdentities<S extends Suggestion>(
  suggestions: readonly S[],
  knowledge: GroupingKnowledge,
  language: string,
  texts: readonly string[] = [],
): S[] {
  const known = language === 'und' ? likelyLanguage(texts) : language;
  const identities = groupNames(suggestions, knowledge, known);
  return suggestions.map((one, i) => {
    const identity = identities[i];
    return identity ? { ...one, identity } : one;
  });
}
