import type { Suggestion } from '../../shared/model/suggestion';
import type { Word } from '../../shared/model/word';
import type { OwnName } from './ownModel/namesOfWords';
import { suggestInText } from './suggestInText';

/** A text that is published beside the transcript's words. */
export interface BesideText {
  text: string;
  /** The word at which it stands first; undefined where there are no words. */
  first: Word | undefined;
  /** Beginning of the reasons for its suggestions. */
  what: string;
}

/**
 * Suggests names in a text that is published beside the transcript. `start` and `end` are the seconds of the word where
 * it stands first, zero without times; no word of the transcript is covered.
 * @param read names that a model of one's own reads in it.
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
