import type { Entity, EntityType } from './entity';
import { foldPhrase } from './matching';

/** The entity that is called so, by its name or an alias, whatever the case, accents and signs. */
export function entityNamed(entities: readonly Entity[], name: string): Entity | undefined {
  const folded = foldPhrase(name).join(' ');
  return entities.find((entity) => formsOf(entity).whole.includes(folded));
}

/**
 * The entity that a suggestion is about: the one that is called so, or else the only person or organisation whose name
 * has all of its words, as a surname alone is of a longer name.
 */
export function entitySuggested(
  entities: readonly Entity[],
  name: string,
  type: EntityType,
): Entity | undefined {
  const named = entityNamed(entities, name);
  if (named || (type !== 'person' && type !== 'organisation')) return named;
  const parts = foldPhrase(name);
  const longer = entities.filter(
    (entity) => entity.type === type && parts.every((part) => formsOf(entity).words.includes(part)),
  );
  return longer.length === 1 ? longer[0] : undefined;
}

interface Forms {
  /** Folded: the name, then the aliases. */
  whole: string[];
  /** Of the name. */
  words: string[];
}

const known = new WeakMap<Entity, Forms>();

/** Entities are never changed, only replaced, and are asked for their forms again and again. */
function formsOf(entity: Entity): Forms {
  const before = known.get(entity);
  if (before) return before;
  const words = foldPhrase(entity.name);
  const forms = { whole: [words, ...entity.aliases.map(foldPhrase)].map((form) => form.join(' ')), words };
  known.set(entity, forms);
  return forms;
}
