import type { ProjectDocument } from '../../../shared/document/document';
import { protectedForms } from '../../../shared/leaks/protectedForms';

/**
 * Names that are not published as a speaker's label. The window does not know which words are everyday language, so only
 * whole forms count here, and an export may withhold a label more than is seen, never less.
 */
export const namesForLabels = (document: ProjectDocument): string[] =>
  protectedForms(document, () => true).map(({ text }) => text);
