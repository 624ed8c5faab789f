import { t } from '../../shared/messages/messages';
import type { ProjectDocument } from '../../shared/document/document';
import type { Suggestion } from '../../shared/model/suggestion';
import { chaptersInOrder } from '../../shared/plan/chaptersInOrder';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestBeside } from './suggestBeside';

/**
 * Suggests names in the headings of chapters, which are published as they are written.
 * @param read names that a model of one's own reads in each heading, in the order of the transcript.
 */
export const suggestInHeadings = (
  document: Pick<ProjectDocument, 'chapters' | 'words'>,
  read: readonly (readonly OwnName[])[] = [],
): (Suggestion & { wordIds: string[] })[] =>
  chaptersInOrder(document).flatMap(({ text, at }, i) =>
    suggestBeside({ text, first: document.words[at], what: t('the heading of a chapter') }, read[i]).map(
      (suggestion) => ({ ...suggestion, heading: true as const }),
    ),
  );
