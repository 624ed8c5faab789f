import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Entity, EntityType } from '../model/entity';
import { EntityNames } from '../leaks/EntityNames';
import { foldPhrase } from '../text/matching';
import { isSmall } from '../text/writing';
import { keepWithin } from './withinKept';

/**
 * Decides that names may be published: those of a public figure, or of somebody who only sounds like a withheld person.
 * What was withheld by such a name is kept from now on, except at places with a decision of their own. So is what was
 * withheld as a part of a longer name that is kept now.
 */
export function keepWords(
  document: ProjectDocument,
  names: readonly string[],
  type: EntityType = 'other',
): Command | null {
  let { nextId } = document;
  const entities = new EntityNames(document.entities);
  const kept: Entity[] = [];
  for (const name of names) {
    const known = entities.named(name);
    if (foldPhrase(name).length === 0 || known?.decision === 'keep') continue;
    if (document.entities.some((entity) => entity.decision === 'keep' && entity.name === name)) continue;
    const before = known && isWordOf(known, name) ? undefined : known;
    const entity: Entity = {
      ...(before ?? { id: `e${nextId++}`, type, name, aliases: [] }),
      decision: 'keep',
    };
    if (!before) entities.add(entity);
    kept.push(entity);
  }
  if (kept.length === 0) return null;
  const within = keepWithin(
    document,
    kept.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  return {
    label: 'Keep',
    steps: [
      { type: 'setNextId', nextId },
      ...kept.map((entity) => ({ type: 'putEntity' as const, entity })),
      ...within,
    ],
  };
}

/**
 * Tells whether what is to be kept, in small letters, is the everyday word that a withheld name also is, and not the
 * name.
 */
const isWordOf = ({ name, decision }: Entity, word: string): boolean =>
  decision === 'withhold' && isSmall(word) && !isSmall(name);
