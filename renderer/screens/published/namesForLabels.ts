import type { ProjectDocument } from '../../../shared/document/document';
import { protectedForms } from '../../../shared/leaks/protectedForms';

/**
 * Returns names that are not published as a speaker's label. The window does not know which words are everyday
 * language, so only whole forms count here. An export may withhold a label that is seen here, and never the reverse.
 */
export const namesForLabels = (document: ProjectDocument): string[] =>
  protectedForms(document, () => true).map(({ text }) => text);
