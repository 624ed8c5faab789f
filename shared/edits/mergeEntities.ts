import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Mention } from '../model/entity';
import { aliasesFor } from './aliasesFor';

/**
 * Makes one identity of two that are the same thing. Every mention of `from` becomes one of `into`, and the forms of
 * `from` become aliases of `into`. What is withheld of either is withheld afterwards: a merge alone publishes nothing.
 * @returns null when there are no such two.
 */
export function mergeEntities(document: ProjectDocument, from: string, into: string): Command | null {
  const going = document.entities.find(({ id }) => id === from);
  const staying = document.entities.find(({ id }) => id === into);
  if (!going || !staying || from === into) return null;
  const there = document.mentions.filter(({ entityId }) => entityId === into);
  const steps = document.mentions
    .filter(({ entityId }) => entityId === from)
    .map((mention): SingleCommand =>
      there.some((other) => covers(other, mention))
        ? { type: 'removeMention', id: mention.id }
        : { type: 'putMention', mention: { ...mention, entityId: into } },
    );
  const decision = going.decision === 'withhold' ? 'withhold' : staying.decision;
  return {
    label: 'Merge identities',
    steps: [
      {
        type: 'putEntity',
        entity: {
          ...staying,
          decision,
          aliases: aliasesFor(staying.name, [...staying.aliases, going.name, ...going.aliases]),
        },
      },
      ...steps,
      { type: 'removeEntity', id: from },
    ],
  };
}

/** Tells whether a mark withholds all that the other one does. */
function covers(mark: Mention, other: Mention): boolean {
  const alike = mark.decision === other.decision && mark.drawn === other.drawn;
  const sound =
    other.span === null ||
    (mark.span !== null && mark.span.from <= other.span.from && mark.span.to >= other.span.to);
  return alike && sound && other.wordIds.every((id) => mark.wordIds.includes(id));
}
