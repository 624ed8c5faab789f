import type { Suggestion } from '../contract/api';
import type { ProjectDocument } from '../project/document';
import { indexWords } from '../transcript/wordIndex';
import type { Decision } from './entity';
import { namesOf } from './EntityNames';

/** A suggestion in a project's transcript; one in a speaker's label has no words. */
export type TranscriptSuggestion = Suggestion & { wordIds: string[] };

/**
 * The suggestions that nobody has decided: their name is not kept, and not all of their words are in marks that are
 * decided. Those whose words are gone or in one that stands before, or that accepting would not change, are left out too.
 */
export function openSuggestions(
  document: ProjectDocument,
  suggestions: readonly TranscriptSuggestion[],
): TranscriptSuggestion[] {
  const { entities, mentions, words } = document;
  const decisions = new Map(entities.map(({ id, decision }) => [id, decision]));
  const decided = new Set<string>();
  for (const { entityId, decision = decisions.get(entityId), wordIds } of mentions) {
    if (decision !== 'undecided') for (const id of wordIds) decided.add(id);
  }
  const { at } = indexWords(words);
  // A name is suggested in many places.
  const names = namesOf(entities);
  const ofNames = new Map<string, Decision | undefined>();
  const decisionOf = ({ text, type }: Suggestion) => {
    const key = `${type} ${text}`;
    if (!ofNames.has(key)) ofNames.set(key, names.suggested(text, type)?.decision);
    return ofNames.get(key);
  };
  const suggested = new Set<string>();
  return suggestions.filter((suggestion) => {
    const { wordIds } = suggestion;
    if (!wordIds.every((id) => at.has(id))) return false;
    if (wordIds.length > 0 && wordIds.every((id) => decided.has(id))) return false;
    const decision = decisionOf(suggestion);
    if (decision === 'keep' || (decision === 'withhold' && wordIds.length === 0)) return false;
    const isNew = wordIds.length === 0 || wordIds.some((id) => !suggested.has(id));
    for (const id of wordIds) suggested.add(id);
    return isNew;
  });
}
