import type { TakenPlaceTold } from '../../shared/contract/marks';
import type { ProjectDocument } from '../../shared/document/document';
import type { TakenPlace } from '../../shared/edits/makeMarks';
import { saidBy } from '../../shared/plan/keptHere';
import { indexWords } from '../../shared/plan/wordIndex';
import { joinWords } from '../../shared/text/joinWords';

/** Words told on each side of a place; a person tells a verb from a name by them. */
const WORDS_AROUND = 4;

/** Describes places that marks take so that a person knows them again: their time and the words around them. */
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
