import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Entity } from '../model/entity';
import { isBlank } from '../model/isBlank';

export type EntityChange = Partial<Pick<Entity, 'type' | 'decision' | 'join'>> & {
  name?: string;
  aliases?: string[];
  /** Null takes the description away, and so does a text that nobody could see. */
  description?: string | null;
};

/**
 * Changes what is decided of an identity, wherever it is said. A decision made for a single place gives way to one for all.
 * @returns null when nothing changes, or there is no such identity.
 */
export function changeEntity(document: ProjectDocument, id: string, change: EntityChange): Command | null {
  const entity = document.entities.find((one) => one.id === id);
  if (!entity) return null;
  const { description, ...rest } = change;
  const { description: before, ...bare } = entity;
  const typed = description === null || isBlank(description ?? '') ? undefined : description;
  const told = description === undefined ? before : typed;
  // Fields keep their order, so that the comparison below sees when nothing changed.
  const changed: Entity =
    told === undefined ? { ...bare, ...rest } : { ...entity, ...rest, description: told };
  const overruled =
    change.decision === undefined
      ? []
      : document.mentions.filter(({ entityId, decision }) => entityId === id && decision !== undefined);
  if (overruled.length === 0 && JSON.stringify(changed) === JSON.stringify(entity)) return null;
  return {
    label: LABELS[change.decision ?? 'undecided'],
    steps: [
      { type: 'putEntity', entity: changed },
      ...overruled.map(({ decision: _, ...mention }) => ({ type: 'putMention' as const, mention })),
    ],
  };
}

const LABELS = { withhold: 'Withhold', keep: 'Keep', undecided: 'Change identity' };
