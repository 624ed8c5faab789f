import { t } from '../../shared/messages/messages';
import type { Suggestion } from '../../shared/model/suggestion';
import type { Speaker, Word } from '../../shared/model/word';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestInText } from './suggestInText';

/**
 * Names in the labels of speakers, which are published with what they say. `start` and `end` are the seconds of the
 * speaker's first word, zero without times; no word of the transcript is covered.
 * @param read what a model of one's own reads as names in each label.
 */
export function suggestInLabels(
  speakers: readonly Speaker[],
  words: readonly Word[],
  read: readonly (readonly OwnName[])[] = [],
): (Suggestion & { wordIds: string[] })[] {
  return speakers.flatMap(({ id, name }, i) => {
    const first = words.find(({ speaker }) => speaker === id);
    return suggestInText(name, read[i]).map((suggestion) => ({
      ...suggestion,
      start: first?.start ?? 0,
      end: first?.end ?? 0,
      why: t('the label of a speaker; {why}', { why: suggestion.why }),
      wordIds: [],
    }));
  });
}
