import { beginsLine } from '../text/lines';
import type { Word } from '../model/word';

/**
 * The first words of lines of which nobody is said, or proposed, to speak them. None where that is said of no line: then
 * none can be taken for somebody else's.
 */
export function linesWithoutSpeaker(words: readonly Word[]): Word[] {
  if (!words.some(({ speaker }) => speaker !== undefined)) return [];
  return words.filter((word, i) => word.speaker === undefined && beginsLine(word, words[i - 1]));
}
