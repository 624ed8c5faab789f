import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import type { Word } from '../../shared/model/word';

/**
 * Joins suggestions while a names model of one's own reads a changed transcript anew. It takes what is suggested
 * without the model, and what was suggested with it before if the same words still stand and no new suggestion reaches
 * beyond it or is surer. So what only the model finds does not vanish at every edit, to come back a minute later.
 */
export function stillRead(
  before: readonly TranscriptSuggestion[],
  now: readonly TranscriptSuggestion[],
  words: readonly Word[],
): TranscriptSuggestion[] {
  const at = new Map(words.map(({ id }, i) => [id, i]));
  const nowAt = new Map<string, TranscriptSuggestion[]>();
  for (const one of now) for (const id of one.wordIds) nowAt.set(id, [...(nowAt.get(id) ?? []), one]);
  const replaced = new Set<TranscriptSuggestion>();
  const kept = before.filter(({ wordIds, text, score }) => {
    const first = at.get(wordIds[0] ?? '');
    if (first === undefined || !wordIds.every((id, i) => at.get(id) === first + i)) return false;
    const said = words.slice(first, first + wordIds.length).map((word) => word.text);
    if (!said.join(' ').includes(text)) return false;
    const own = new Set(wordIds);
    const over = wordIds.flatMap((id) => nowAt.get(id) ?? []);
    if (!over.every((one) => one.score <= score && one.wordIds.every((id) => own.has(id)))) return false;
    for (const one of over) replaced.add(one);
    return true;
  });
  const placeOf = ({ wordIds: [first] }: TranscriptSuggestion) =>
    first === undefined ? -1 : (at.get(first) ?? Infinity);
  return [...now.filter((one) => !replaced.has(one)), ...kept].sort((a, b) => placeOf(a) - placeOf(b));
}
