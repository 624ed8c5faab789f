import type { ProjectDocument } from '../document/document';
import { buildPlan } from './RedactionPlan';

/**
 * Returns the ids of the words that are withheld: by a mark of theirs, or because they are said within a withheld
 * stretch.
 */
export const hiddenWords = (document: ProjectDocument): Set<string> =>
  new Set(
    buildPlan(document).runs.flatMap(({ first, last }) =>
      document.words.slice(first, last + 1).map(({ id }) => id),
    ),
  );
