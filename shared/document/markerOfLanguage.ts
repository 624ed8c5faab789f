import { DEFAULT_MARKER_WORD, markerWordFor } from '../model/marker';
import { guessLanguage } from '../text/likelyLanguage';
import type { ProjectDocument } from './document';

/** Words that are enough to tell a language, and few enough to be looked at with every change. */
const WORDS_LOOKED_AT = 500;

type Marked = Pick<ProjectDocument, 'language' | 'words' | 'mentions'>;

/**
 * Returns the marker's word in the language of a document. When nobody said the language, the first words that are part
 * of no mention tell it. Hidden words have no say: the marker would tell the language of what it stands for.
 */
export const markerOfLanguage = (document: Marked): string =>
  document.language === 'und' ? markerOfText(document) : markerWordFor(document.language);

function markerOfText(document: Marked): string {
  const language = guessLanguage(publicTexts(document));
  return language === 'und' ? DEFAULT_MARKER_WORD : markerWordFor(language);
}

/** Returns the first words that no mention names and no mention's span touches. */
function publicTexts({ words, mentions }: Marked): string[] {
  const named = new Set(mentions.flatMap(({ wordIds }) => wordIds));
  const spans = mentions.flatMap(({ span }) => span ?? []).sort((a, b) => a.from - b.from);
  const texts: string[] = [];
  // Words and spans are in the order of time, so each span is passed once. Where spans overlap, the latest end counts.
  let next = 0;
  let hiddenUntil = -Infinity;
  for (const { id, text, start, end } of words) {
    for (let span = spans[next]; span && end !== null && span.from < end; span = spans[++next])
      hiddenUntil = Math.max(hiddenUntil, span.to);
    if (named.has(id) || (start !== null && start < hiddenUntil)) continue;
    texts.push(text);
    if (texts.length === WORDS_LOOKED_AT) break;
  }
  return texts;
}
