import { t } from '../messages/messages';
import type { ProjectDocument } from '../document/document';
import { isTimed } from '../model/word';
import { indexWords } from '../plan/wordIndex';
import { LeakFinder } from './LeakFinder';
import { LIKENESS } from '../model/likeness';
import type { NameKnowledge } from './NameKnowledge';
import type { TranscriptSuggestion } from './openSuggestions';
import { whatIsLeft, type Left, type Told } from './whatIsLeft';

/** Returns the places for which an export would be refused, as suggestions. */
export function suggestLeftovers(
  document: ProjectDocument,
  names: NameKnowledge,
  told: Told = {},
): TranscriptSuggestion[] {
  const types = new Map(document.entities.map(({ id, type }) => [id, type]));
  return whatIsLeft(document, LeakFinder.of(document, names), told).map((one) => {
    const { text, ...left } = one;
    return {
      type: types.get(left.entityId) ?? 'other',
      text,
      ...extentOf(one, document),
      score: 1,
      why: whyOf(left),
      wordIds: left.kind === 'words' ? left.wordIds : [],
      left,
    };
  });
}

/** Tells why a place is asked about and, if it is not in the transcript, where it is. */
function whyOf({ kind, chapter, likeness }: Pick<Left, 'kind' | 'chapter' | 'likeness'>): string {
  const { why } = LIKENESS[likeness];
  if (kind === 'words') return why;
  if (chapter !== undefined) return t('the heading of chapter {chapter}; {why}', { chapter, why });
  return t(
    '{kind, select, label {a speaker’s label} heading {the heading of a chapter} title {the title} introduction {the introduction} description {a description for readers} marker {the word in all markers} folder {the name of the export folder} other {beside the transcript}}; {why}',
    { kind, why },
  );
}

/** Returns seconds, or positions in a transcript without times. A place outside the transcript has no length. */
function extentOf({ kind, wordIds, time }: Left, { words }: ProjectDocument) {
  const { at } = indexWords(words);
  const first = at.get(wordIds[0] ?? '') ?? 0;
  const start = time ?? first;
  if (kind !== 'words') return { start, end: start };
  const timed = wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []).filter(isTimed);
  return { start, end: timed.at(-1)?.end ?? first + wordIds.length };
}
