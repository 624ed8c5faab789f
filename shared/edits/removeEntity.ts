import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';

/**
 * Takes an identity away with all its marks, as if nobody had ever decided about it.
 * @returns null when there is no such identity.
 */
export function removeEntity(document: ProjectDocument, id: string): Command | null {
  if (!document.entities.some((entity) => entity.id === id)) return null;
  const marks = document.mentions.filter(({ entityId }) => entityId === id);
  return {
    label: 'Remove identity',
    steps: [
      ...marks.map((mention) => ({ type: 'removeMention' as const, id: mention.id })),
      { type: 'removeEntity', id },
    ],
  };
}
