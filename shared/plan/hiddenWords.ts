import type { ProjectDocument } from '../document/document';
import { buildPlan } from './RedactionPlan';

/** The ids of the words that are withheld: by a mark of theirs, or since they are said within a stretch that is. */
export const hiddenWords = (document: ProjectDocument): Set<string> =>
  new Set(
    buildPlan(document).runs.flatMap(({ first, last }) =>
      document.words.slice(first, last + 1).map(({ id }) => id),
    ),
  );
