import type { ProjectDocument } from '../document/document';
import type { Word } from '../model/word';
import { indexWords } from './wordIndex';
import type { Entity, Mention } from '../model/entity';
import { splitWord } from '../model/marker';
import { foldPhrase } from '../text/matching';

/** Returns what words say, without the signs around each. */
export const saidBy = (words: readonly Word[]): string =>
  words.map(({ text }) => splitWord(text).core).join(' ');

/**
 * Returns the ids of the words that a person decided to publish where they stand, although what they say is withheld
 * elsewhere. The decision is about what stood there then: a word that was put in its place since is another question.
 */
export function keptHere({ mentions, entities, words }: ProjectDocument): ReadonlySet<string> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const { at } = indexWords(words);
  const kept = new Set<string>();
  for (const mention of mentions) {
    const entity = byId.get(mention.entityId);
    if (!entity || (mention.decision ?? entity.decision) !== 'keep') continue;
    const said = mention.wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []);
    if (holds(mention, entity, said)) for (const { id } of said) kept.add(id);
  }
  return kept;
}

function holds(mention: Mention, { name, aliases }: Entity, said: readonly Word[]): boolean {
  if (mention.said !== undefined) return mention.said === saidBy(said);
  // This mention was kept like all of its identity, which holds as long as nothing but its names stands there.
  const known = new Set([name, ...aliases].flatMap(foldPhrase));
  return said.every(({ text }) => foldPhrase(text).every((word) => known.has(word)));
}
