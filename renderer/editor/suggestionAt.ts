import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import type { Word } from '../../shared/model/word';

/** Finds the open suggestion that contains a word. */
export function suggestionAt(
  open: readonly TranscriptSuggestion[],
  words: readonly Word[],
  at: number | null,
): TranscriptSuggestion | undefined {
  const id = at === null ? undefined : words[at]?.id;
  return id === undefined ? undefined : open.find(({ wordIds }) => wordIds.includes(id));
}
