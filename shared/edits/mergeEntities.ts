import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Entity, Mention } from '../model/entity';
import { foldPhrase } from '../text/matching';

/**
 * Makes one identity of two that are the same thing: every mention of `from` becomes one of `into`, whose aliases its
 * forms become. What is withheld of either is withheld afterwards: a merge alone publishes nothing.
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
      { type: 'putEntity', entity: { ...staying, decision, aliases: aliasesOf(staying, going) } },
      ...steps,
      { type: 'removeEntity', id: from },
    ],
  };
}

/** The forms of the other beside its own, each once, whatever its case, accents and signs. */
function aliasesOf(staying: Entity, going: Entity): string[] {
  const known = new Set([staying.name, ...staying.aliases].map(keyOf));
  const further = [going.name, ...going.aliases].filter((form) => {
    const key = keyOf(form);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
  return [...staying.aliases, ...further];
}

const keyOf = (form: string): string => foldPhrase(form).join(' ');

/** Whether a mark withholds all that the other one does. */
function covers(mark: Mention, other: Mention): boolean {
  const alike = mark.decision === other.decision && mark.drawn === other.drawn;
  const sound =
    other.span === null ||
    (mark.span !== null && mark.span.from <= other.span.from && mark.span.to >= other.span.to);
  return alike && sound && other.wordIds.every((id) => mark.wordIds.includes(id));
}
