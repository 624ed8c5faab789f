import type { Suggestion } from '../../model/suggestion';
import { likelyLanguage } from '../../text/likelyLanguage';
import { groupNames, type GroupingKnowledge } from './groupNames';

/**
 * Returns suggestions, each with its identity. It needs all of a text, also those that are not asked about.
 * @param language what the text is said to be in, BCP 47; when nobody said, its words tell.
 * @param languageOf tells which language the line of a suggestion is in, when it is another.
 */
export function withIdentities<S extends Suggestion>(
  suggestions: readonly S[],
  knowledge: GroupingKnowledge,
  language: string,
  texts: readonly string[] = [],
  languageOf: (suggestion: S) => string | undefined = () => undefined,
): S[] {
  const known = language === 'und' ? likelyLanguage(texts) : language;
  const identities = groupNames(
    suggestions.map((one) => ({ text: one.text, type: one.type, language: languageOf(one) })),
    knowledge,
    known,
  );
  return suggestions.map((one, i) => {
    const identity = identities[i];
    return identity ? { ...one, identity } : one;
  });
}
