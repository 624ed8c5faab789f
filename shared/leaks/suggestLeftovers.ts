import { t } from '../messages/messages';
import type { ProjectDocument } from '../document/document';
import { isTimed } from '../model/word';
import { indexWords } from '../plan/wordIndex';
import { LeakFinder } from './LeakFinder';
import type { LeakPlaceKind } from '../model/leakPlace';
import { LIKENESS } from '../model/likeness';
import type { NameKnowledge } from './NameKnowledge';
import type { TranscriptSuggestion } from './openSuggestions';
import { whatIsLeft, type Left, type Told } from './whatIsLeft';

/** Where a place is, that is none in the transcript. */
const WHERE: Readonly<Record<Exclude<LeakPlaceKind, 'words'>, (why: string) => string>> = {
  label: (why) => t('the label of a speaker; {why}', { why }),
  title: (why) => t('the title; {why}', { why }),
  introduction: (why) => t('the introduction; {why}', { why }),
  description: (why) => t('a description for readers; {why}', { why }),
  folder: (why) => t('the name of the folder to export to; {why}', { why }),
};

/** Places for which an export would be refused, as suggestions. */
export function suggestLeftovers(
  document: ProjectDocument,
  names: NameKnowledge,
  told: Told = {},
): TranscriptSuggestion[] {
  const types = new Map(document.entities.map(({ id, type }) => [id, type]));
  return whatIsLeft(document, LeakFinder.of(document, names), told).map((one) => {
    const { text, ...left } = one;
    const why = LIKENESS[left.likeness].why();
    return {
      type: types.get(left.entityId) ?? 'other',
      text,
      ...extentOf(one, document),
      score: 1,
      why: left.kind === 'words' ? why : WHERE[left.kind](why),
      wordIds: left.kind === 'words' ? left.wordIds : [],
      left,
    };
  });
}

/** Seconds, or positions in a transcript without times; no length for what is not in it. */
function extentOf({ kind, wordIds, time }: Left, { words }: ProjectDocument) {
  const { at } = indexWords(words);
  const first = at.get(wordIds[0] ?? '') ?? 0;
  const start = time ?? first;
  if (kind !== 'words') return { start, end: start };
  const timed = wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []).filter(isTimed);
  return { start, end: timed.at(-1)?.end ?? first + wordIds.length };
}
