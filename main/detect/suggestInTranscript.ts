import type { Suggestion } from '../../shared/model/suggestion';
import { isTimed, type Word } from '../../shared/model/word';
import { suggestInText } from './suggestInText';

/**
 * Suggestions in a transcript, each with the words it covers: of names, unless others are asked for. `start` and `end` are seconds; in a transcript
 * without times they are positions in `words`, the end exclusive.
 */
export function suggestInTranscript(
  words: readonly Word[],
  suggest: (text: string) => Suggestion[] = suggestInText,
): (Suggestion & { wordIds: string[] })[] {
  const { text, starts } = joined(words);
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

/** The words as one text, paragraphs and turns apart, with the offset of each word. */
function joined(words: readonly Word[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const [i, word] of words.entries()) {
    const apart = word.paragraph === true || word.speaker !== words[i - 1]?.speaker;
    const gap = i === 0 ? '' : apart ? '\n\n' : ' ';
    starts.push(length + gap.length);
    pieces.push(gap, word.text);
    length += gap.length + word.text.length;
  }
  return { text: pieces.join(''), starts };
}
