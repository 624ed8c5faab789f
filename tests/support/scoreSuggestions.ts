import { LEAST_SCORES } from '../../shared/model/questionLevel';
import { suggestInText } from '../../main/detect/suggestInText';
import type { MarkedText } from './markedText';

/** Counts behind recall and precision. */
export class Score {
  right = 0;
  of = 0;

  add(right: boolean): void {
    this.of++;
    if (right) this.right++;
  }

  get share(): number {
    return this.of === 0 ? 1 : this.right / this.of;
  }
}

/**
 * Measures recall and precision of the suggestions in marked texts, at the level of an editor who has chosen none. A
 * mention is found when each of its words, titles apart, lies in a suggestion of any type. A suggestion is right when
 * it touches a mention. `typed` asks for the type too.
 */
export function scoreSuggestions(texts: readonly MarkedText[]): {
  precision: Score;
  recall: Map<string, Score>;
  typed: Map<string, Score>;
} {
  const precision = new Score();
  const recall = new Map<string, Score>();
  const typed = new Map<string, Score>();
  for (const { text, mentions } of texts) {
    const suggestions = suggestInText(text).filter(({ score }) => score >= LEAST_SCORES.balanced);
    for (const { start, end } of suggestions) {
      precision.add(mentions.some((mention) => start < mention.end && end > mention.start));
    }
    for (const { type, origin, start, end } of mentions) {
      const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}+@]+/gu)]
        .filter(([word]) => !/^(?:mr|mrs|ms|s)$/iu.test(word))
        .map(({ index }) => start + index);
      const found = words.every((at) => suggestions.some((s) => s.start <= at && s.end > at));
      const sameType = suggestions.some((s) => s.type === type && s.start < end && s.end > start);
      for (const key of [type, ...(origin === undefined ? [] : [origin])]) {
        scoreOf(recall, key).add(found);
        scoreOf(typed, key).add(found && sameType);
      }
    }
  }
  return { precision, recall, typed };
}

function scoreOf(scores: Map<string, Score>, key: string): Score {
  const score = scores.get(key) ?? new Score();
  scores.set(key, score);
  return score;
}
