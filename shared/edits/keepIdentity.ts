import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { EntityNames } from '../leaks/EntityNames';
import type { Entity, EntityType } from '../model/entity';
import { foldPhrase } from '../text/matching';
import { aliasesFor } from './aliasesFor';
import { keepWords } from './keepWords';
import { keepWithin } from './withinKept';

/**
 * Decides that all forms of a name may be published, as one entity: the one that has any of them, or else a new one
 * with the fullest form as its name. What was withheld of it is kept from now on, except at places with a decision of
 * their own.
 * @param forms the fullest first.
 */
export function keepIdentity(
  document: ProjectDocument,
  forms: readonly string[],
  type: EntityType,
): Command | null {
  const said = forms.filter((form) => foldPhrase(form).length > 0);
  const [name] = said;
  if (name === undefined || said.length === 1) return keepWords(document, forms, type);
  const names = new EntityNames(document.entities);
  const known = new Map<string, Entity>();
  for (const form of said) {
    const entity = names.named(form);
    if (entity) known.set(entity.id, entity);
  }
  const [first, ...others] = known.values();
  // A form that another entity has is decided with that entity.
  const unknown = said.filter((form) => names.named(form) === undefined);
  const base: Entity = first ?? { id: `e${document.nextId}`, type, name, aliases: [], decision: 'keep' };
  const kept = [
    { ...base, aliases: aliasesFor(base.name, [...base.aliases, ...unknown]), decision: 'keep' as const },
    ...others.map((entity) => ({ ...entity, decision: 'keep' as const })),
  ].filter((entity) => JSON.stringify(entity) !== JSON.stringify(known.get(entity.id)));
  if (kept.length === 0) return null;
  const nextId = document.nextId + (first ? 0 : 1);
  return {
    label: 'Keep',
    steps: [
      { type: 'setNextId', nextId },
      ...kept.map((entity) => ({ type: 'putEntity' as const, entity })),
      ...keepWithin(document, said),
    ],
  };
}
