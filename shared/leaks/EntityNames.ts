import type { Entity, EntityType } from '../model/entity';
import { foldPhrase } from '../text/matching';

/**
 * Finds entities by what they are called, when it is asked again and again. Names are compared whatever the case,
 * accents and signs.
 */
export class EntityNames {
  readonly #byName = new Map<string, Entity>();
  /** Folded words of names and aliases. */
  readonly #words = new Set<string>();
  /** Entities by each word of their name. */
  readonly #byWord = new Map<string, Entity[]>();

  constructor(entities: Iterable<Entity>) {
    for (const entity of entities) this.add(entity);
  }

  /** @param entity one that is not among them yet. */
  add(entity: Entity): void {
    const { whole, words } = formsOf(entity);
    for (const form of whole) {
      if (!this.#byName.has(form)) this.#byName.set(form, entity);
      for (const word of form.split(' ')) if (word !== '') this.#words.add(word);
    }
    for (const word of new Set(words)) {
      const others = this.#byWord.get(word);
      if (others) others.push(entity);
      else this.#byWord.set(word, [entity]);
    }
  }

  /** Returns the first entity that is called so, by its name or an alias. */
  named(name: string): Entity | undefined {
    return this.#byName.get(foldPhrase(name).join(' '));
  }

  /** Tells whether a text has any word of these names. */
  hasWordIn(text: string): boolean {
    return foldPhrase(text).some((word) => this.#words.has(word));
  }

  /**
   * Returns the entity that a suggestion is about: the one that is called so, or else the only person or organisation
   * whose name has all of its words, as a longer name has a surname alone.
   */
  suggested(name: string, type: EntityType): Entity | undefined {
    const named = this.named(name);
    if (named || (type !== 'person' && type !== 'organisation')) return named;
    const [first, ...parts] = foldPhrase(name);
    const longer = (this.#byWord.get(first ?? '') ?? []).filter(
      (entity) => entity.type === type && parts.every((part) => formsOf(entity).words.includes(part)),
    );
    return longer.length === 1 ? longer[0] : undefined;
  }
}

/** Looks through each list of entities once: a list is never changed, only replaced. */
function onceFor(choose: (entities: readonly Entity[]) => Iterable<Entity>) {
  const lists = new WeakMap<readonly Entity[], EntityNames>();
  return (entities: readonly Entity[]): EntityNames => {
    const names = lists.get(entities) ?? new EntityNames(choose(entities));
    lists.set(entities, names);
    return names;
  };
}

export const namesOf = onceFor((entities) => entities);
export const withheldNamesOf = onceFor((entities) =>
  entities.filter(({ decision }) => decision === 'withhold'),
);

interface Forms {
  /** Folded forms: the name, then the aliases. */
  whole: string[];
  /** Folded words of the name. */
  words: string[];
}

const known = new WeakMap<Entity, Forms>();

/** Returns the forms of an entity, worked out once: entities are never changed either. */
function formsOf(entity: Entity): Forms {
  const before = known.get(entity);
  if (before) return before;
  const words = foldPhrase(entity.name);
  const forms = { whole: [words, ...entity.aliases.map(foldPhrase)].map((form) => form.join(' ')), words };
  known.set(entity, forms);
  return forms;
}
