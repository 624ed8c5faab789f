import type { TakenPlaceTold } from '../../shared/contract/marks';
import type { ProjectDocument } from '../../shared/document/document';
import type { TakenPlace } from '../../shared/edits/makeMarks';
import { saidBy } from '../../shared/plan/keptHere';
import { indexWords } from '../../shared/plan/wordIndex';
import { joinWords } from '../../shared/text/joinWords';

/** On each side, by which a verb is told from a name. */
const WORDS_AROUND = 4;

/** Tells places that marks take as a person knows them again: when they are, and between which words. */
export const tellPlaces = (
  { words, speakers }: ProjectDocument,
  places: readonly TakenPlace[],
): TakenPlaceTold[] =>
  places.map(({ wordIds, speaker }) => {
    const first = indexWords(words).at.get(wordIds[0] ?? '');
    if (first === undefined) {
      const label = speakers.find(({ id }) => id === speaker)?.name ?? '';
      return { at: null, before: '', text: label, after: '' };
    }
    const end = first + wordIds.length;
    return {
      at: words[first]?.start ?? first,
      before: joinWords(words.slice(Math.max(0, first - WORDS_AROUND), first)),
      text: saidBy(words.slice(first, end)),
      after: joinWords(words.slice(end, end + WORDS_AROUND)),
    };
  });
