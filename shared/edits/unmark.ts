import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';

/**
 * Takes marks away; an identity that is marked nowhere any more goes with them.
 * @param ids of mentions; those that are not there are passed over.
 * @returns null when there is nothing to take away.
 */
export function unmark(document: ProjectDocument, ids: readonly string[]): Command | null {
  const going = new Set(ids);
  const gone = document.mentions.filter(({ id }) => going.has(id));
  if (gone.length === 0) return null;
  const left = new Set(document.mentions.filter(({ id }) => !going.has(id)).map(({ entityId }) => entityId));
  const orphans = [...new Set(gone.map(({ entityId }) => entityId))].filter((id) => !left.has(id));
  const steps: SingleCommand[] = [
    ...gone.map(({ id }) => ({ type: 'removeMention' as const, id })),
    ...orphans.map((id) => ({ type: 'removeEntity' as const, id })),
  ];
  return { label: 'Remove mark', steps };
}
