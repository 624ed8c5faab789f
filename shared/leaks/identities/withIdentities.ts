import type { Suggestion } from '../../model/suggestion';
import { groupNames, type GroupingKnowledge } from './groupNames';

/** Suggestions, each with the identity that it is of. All of a text are needed, also those that are not asked about. */
export function withIdentities<S extends Suggestion>(
  suggestions: readonly S[],
  knowledge: GroupingKnowledge,
  language: string,
): S[] {
  const identities = groupNames(suggestions, knowledge, language);
  return suggestions.map((one, i) => {
    const identity = identities[i];
    return identity ? { ...one, identity } : one;
  });
}
