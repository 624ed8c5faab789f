import { t } from '../../shared/messages/messages';
import type { Suggestion } from '../../shared/model/suggestion';
import type { Speaker, Word } from '../../shared/model/word';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestBeside } from './suggestBeside';

/**
 * Suggests names in the labels of speakers, which are published with what they say.
 * @param read names that a model of one's own reads in each label.
 */
export const suggestInLabels = (
  speakers: readonly Speaker[],
  words: readonly Word[],
  read: readonly (readonly OwnName[])[] = [],
): (Suggestion & { wordIds: string[] })[] =>
  speakers.flatMap(({ id, name }, i) => {
    const first = words.find(({ speaker }) => speaker === id);
    return suggestBeside({ text: name, first, what: t('the label of a speaker') }, read[i]);
  });
