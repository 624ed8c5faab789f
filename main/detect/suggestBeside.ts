import type { Suggestion } from '../../shared/model/suggestion';
import type { Word } from '../../shared/model/word';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestInText } from './suggestInText';

/** A text that is published beside what is said. */
export interface BesideText {
  text: string;
  /** Where it stands first; undefined where there are no words. */
  first: Word | undefined;
  /** What the reasons of its suggestions begin with. */
  what: string;
}

/**
 * Names in what is published beside the transcript. `start` and `end` are the seconds of the word where it stands first,
 * zero without times; no word of the transcript is covered.
 * @param read what a model of one's own reads as names in it.
 */
export const suggestBeside = (
  { text, first, what }: BesideText,
  read?: readonly OwnName[],
): (Suggestion & { wordIds: string[] })[] =>
  suggestInText(text, read).map((suggestion) => ({
    ...suggestion,
    start: first?.start ?? 0,
    end: first?.end ?? 0,
    why: `${what}; ${suggestion.why}`,
    wordIds: [],
  }));
