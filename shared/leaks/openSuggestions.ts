import type { Suggestion } from '../model/suggestion';
import type { ProjectDocument } from '../document/document';
import { indexWords } from '../plan/wordIndex';
import type { Decision } from '../model/entity';
import { namesOf } from './EntityNames';
import { keptHere } from '../plan/keptHere';
import { withheldMentions } from '../plan/RedactionPlan';

/** A suggestion in a project's transcript; one in a speaker's label has no words. */
export type TranscriptSuggestion = Suggestion & { wordIds: string[] };

/**
 * Returns the suggestions that nobody has decided: their name is not kept, and not all of their words are in marks that
 * are decided. Left out too are suggestions whose words are gone, or are in an earlier suggestion, and those that
 * accepting would not change. What is left of something withheld is open until it is decided where it stands: an export
 * is refused for it, whatever is decided of its name.
 */
export function openSuggestions(
  document: ProjectDocument,
  suggestions: readonly TranscriptSuggestion[],
): TranscriptSuggestion[] {
  const { entities, words } = document;
  const decided = new Set(keptHere(document));
  for (const { wordIds } of withheldMentions(document)) for (const id of wordIds) decided.add(id);
  const { at } = indexWords(words);
  // A name is suggested in many places, so its decision is looked up once.
  const names = namesOf(entities);
  const ofNames = new Map<string, Decision | undefined>();
  const decisionOf = ({ text, type, identity }: Suggestion) => {
    const key = `${type} ${text}`;
    // A part that several longer names have belongs to none of them.
    const entity = () => (identity?.mayBe ? names.named(text) : names.suggested(text, type));
    if (!ofNames.has(key)) ofNames.set(key, entity()?.decision);
    return ofNames.get(key);
  };
  const isUndecided = (one: TranscriptSuggestion) => {
    const { wordIds, left, text } = one;
    if (!wordIds.every((id) => at.has(id))) return false;
    if (wordIds.length > 0 && wordIds.every((id) => decided.has(id))) return false;
    // A label with an exact name is replaced; any other that says one is changed by hand.
    if (left) return left.kind !== 'label' || names.named(text)?.decision !== 'withhold';
    const decision = decisionOf(one);
    return !(decision === 'keep' || (decision === 'withhold' && wordIds.length === 0));
  };
  const undecided = suggestions.filter(isUndecided);
  const leftovers = new Set<string>();
  const ofLeftovers = new Set(undecided.flatMap(({ left, wordIds }) => (left ? wordIds : [])));
  const suggested = new Set<string>();
  return undecided.filter(({ wordIds, left, text }) => {
    if (left) {
      const place = [left.kind, left.of ?? '', ...(wordIds.length > 0 ? wordIds : [text])].join(' ');
      if (leftovers.has(place)) return false;
      leftovers.add(place);
      return true;
    }
    const isNew = wordIds.length === 0 || wordIds.some((id) => !suggested.has(id) && !ofLeftovers.has(id));
    for (const id of wordIds) suggested.add(id);
    return isNew;
  });
}
