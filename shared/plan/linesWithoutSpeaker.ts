import { beginsLine } from '../text/lines';
import type { Word } from '../model/word';

/**
 * Returns the first words of lines that have no speaker, not even a proposed one. Returns none when no line has a
 * speaker: then no line can be taken for somebody else's.
 */
export function linesWithoutSpeaker(words: readonly Word[]): Word[] {
  if (!words.some(({ speaker }) => speaker !== undefined)) return [];
  return words.filter((word, i) => word.speaker === undefined && beginsLine(word, words[i - 1]));
}
