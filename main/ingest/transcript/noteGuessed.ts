import { t } from '../../../shared/messages/messages';
import type { Word } from '../../../shared/model/word';
import { noteOf } from './noteOf';

/** Makes a note on how many of the words that were taken have guessed times, unless none has. */
export const noteGuessed = (words: readonly Word[]): string[] =>
  noteOf(words.filter(({ within }) => within !== undefined).length, (count) =>
    t(
      '{count, plural, one {# word has a guessed time: the file tells only within which stretch it is said, so that a mark of it takes all of that.} other {# words have guessed times: the file tells only within which stretch they are said, so that a mark of one takes all of that.}}',
      { count },
    ),
  );
