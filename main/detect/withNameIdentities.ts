import { withIdentities } from '../../shared/leaks/identities/withIdentities';
import { namesIn } from '../../shared/leaks/namesAndDetails';
import type { Suggestion } from '../../shared/model/suggestion';
import { nameKnowledge } from './nameKnowledge';

/** Returns suggestions in the same order, with an identity for each name among them. */
export function withNameIdentities<S extends Suggestion>(
  suggestions: readonly S[],
  language: string,
  texts: readonly string[],
  languageOf?: (suggestion: S) => string | undefined,
): S[] {
  const names = withIdentities(namesIn(suggestions), nameKnowledge, language, texts, languageOf).values();
  return suggestions.map((one) => (one.detail === undefined ? (names.next().value ?? one) : one));
}
