import type { Entity } from './entity';
import { foldPhrase } from './matching';

/** The entity that is called so, by its name or an alias, whatever the case, accents and signs. */
export function entityNamed(entities: readonly Entity[], name: string): Entity | undefined {
  const folded = foldPhrase(name).join(' ');
  return entities.find((entity) =>
    [entity.name, ...entity.aliases].some((form) => foldPhrase(form).join(' ') === folded),
  );
}
