import type { ProjectDocument } from '../../../shared/document/document';
import type { Mention } from '../../../shared/model/entity';

/** The parts of a document that are published, or decide what is. */
const PUBLISHED = ['words', 'speakers', 'entities', 'covers', 'boundaries', 'overruled'] as const;
const DECIDED = ['id', 'entityId', 'decision', 'description', 'join', 'drawn', 'stretch'] as const;

/**
 * Tells whether what was found of a document is still true of it later. An export finds the edges of marks that were
 * made in a hurry: this changes them, and nothing that a person decided.
 */
export function isUnchanged(before: ProjectDocument, now: ProjectDocument): boolean {
  return (
    PUBLISHED.every((part) => before[part] === now[part]) &&
    before.mentions.length === now.mentions.length &&
    before.mentions.every((mention, i) => isSame(mention, now.mentions[i]))
  );
}

function isSame(before: Mention, now: Mention | undefined): boolean {
  if (before === now) return true;
  if (!now || !before.rough) return false;
  return (
    DECIDED.every((field) => before[field] === now[field]) && before.wordIds.join() === now.wordIds.join()
  );
}
