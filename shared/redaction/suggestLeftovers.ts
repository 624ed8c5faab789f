import type { ProjectDocument } from '../project/document';
import { isTimed } from '../transcript/word';
import { findLeftovers } from './findLeftovers';
import { LeakFinder, type Likeness } from './LeakFinder';
import { splitWord } from './marker';
import type { NameKnowledge } from './NameKnowledge';
import type { TranscriptSuggestion } from './openSuggestions';
import { buildPlan, type RedactionPlan } from './plan';
import { renderPublished, type PublishedParagraph } from './render';

const WHY: Record<Likeness, string> = {
  form: 'withheld, but not here: no export is made while it stands',
  spelling: 'another spelling of what is withheld: no export is made while it stands',
  shape: 'made of what is withheld: no export is made until it is decided',
  sound: 'sounds like a name that is withheld: no export is made until it is decided',
};

/**
 * Places for which an export would be refused, as suggestions: whatever still stands of what is withheld, in its own
 * spelling or another, and words that sound like it.
 */
export function suggestLeftovers(document: ProjectDocument, names: NameKnowledge): TranscriptSuggestion[] {
  const plan = buildPlan(document);
  const finder = LeakFinder.of(document, names);
  const paragraphs = renderPublished(document, plan, finder.names);
  const wordOf = wordsOfTokens(document, plan, paragraphs);
  const types = new Map(document.entities.map(({ id, type }) => [id, type]));
  const found = new Map<string, TranscriptSuggestion>();
  for (const { paragraph, token, last, entityId, likeness } of findLeftovers(paragraphs, finder)) {
    const indices = (wordOf[paragraph] ?? []).slice(token, last + 1).filter((index) => index !== null);
    const words = indices.flatMap((index) => document.words[index] ?? []);
    const [first, end] = [indices[0], indices.at(-1)];
    if (first === undefined || end === undefined) continue;
    const wordIds = words.map(({ id }) => id);
    const timed = words.filter(isTimed);
    found.set(wordIds.join(' '), {
      type: types.get(entityId) ?? 'other',
      text: words.map(({ text }) => splitWord(text).core).join(' '),
      start: timed[0]?.start ?? first,
      end: timed.at(-1)?.end ?? end + 1,
      score: 1,
      why: WHY[likeness],
      wordIds,
    });
  }
  return [...found.values()];
}

/** For each paragraph and each of its tokens the index of the word that it is; null for a marker. */
function wordsOfTokens(
  { words }: ProjectDocument,
  { runs }: RedactionPlan,
  paragraphs: readonly PublishedParagraph[],
): (number | null)[][] {
  const withheld = new Set<number>();
  for (const { first, last } of runs) for (let i = first; i <= last; i++) withheld.add(i);
  const shown = [...words.keys()].filter((i) => !withheld.has(i)).values();
  return paragraphs.map(({ tokens }) =>
    tokens.map(({ marker }) => (marker ? null : (shown.next().value ?? null))),
  );
}
