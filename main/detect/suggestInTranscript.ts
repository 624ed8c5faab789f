import type { Suggestion } from '../../shared/model/suggestion';
import { isTimed, type Word } from '../../shared/model/word';
import { suggestInText } from './suggestInText';
import { transcriptText } from './transcriptText';

/**
 * Suggests in a transcript: names, unless `suggest` is another one. Each suggestion has the words it covers. `start`
 * and `end` are seconds; in a transcript without times they are positions in `words`, the end exclusive.
 */
export function suggestInTranscript(
  words: readonly Word[],
  suggest: (text: string) => Suggestion[] = suggestInText,
): (Suggestion & { wordIds: string[] })[] {
  const { text, starts } = transcriptText(words);
  let at = 0;
  return suggest(text).map((suggestion) => {
    while (at + 1 < words.length && (starts[at + 1] ?? Infinity) <= suggestion.start) at++;
    let end = at + 1;
    while (end < words.length && (starts[end] ?? Infinity) < suggestion.end) end++;
    const covered = words.slice(at, end);
    const timed = covered.filter(isTimed);
    const seconds = timed.length === covered.length && timed.length > 0;
    return {
      ...suggestion,
      start: seconds ? Math.min(...timed.map((word) => word.start)) : at,
      end: seconds ? Math.max(...timed.map((word) => word.end)) : end,
      wordIds: covered.map(({ id }) => id),
    };
  });
}
