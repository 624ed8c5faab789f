import { isTimed } from '../model/word';
import { beginsLine } from '../text/lines';
import type { ProjectDocument } from './document';

/**
 * Checks what must hold of every document beyond its schema. It runs on load and, in tests, after every command.
 * @returns one sentence for each broken rule, naming places and ids, never text.
 */
export function brokenInvariants(document: ProjectDocument): string[] {
  const broken: string[] = [];
  const wordIds = unique(document.words, 'words', broken);
  const entityIds = unique(document.entities, 'entities', broken);
  const speakerIds = unique(document.speakers, 'speakers', broken);
  unique(document.mentions, 'mentions', broken);
  unique(document.covers, 'covers', broken);
  unique(document.chapters, 'chapters', broken);
  unique(document.wordless, 'wordless', broken);
  unique(document.overruled, 'overruled', broken);

  for (const [i, mention] of document.mentions.entries()) {
    if (!entityIds.has(mention.entityId)) broken.push(`mentions[${i}]: its entity does not exist`);
    for (const id of mention.wordIds) {
      // Words may go after a mark was made; its span then stands alone. Without a span the mark would vanish.
      if (!wordIds.has(id) && mention.span === null)
        broken.push(`mentions[${i}]: a word of it does not exist`);
    }
  }
  const timed = document.words.filter(isTimed).length;
  if (timed !== 0 && timed !== document.words.length)
    broken.push('words: some have times and some have none');
  for (const [i, word] of document.words.entries()) {
    if (word.speaker !== undefined && !speakerIds.has(word.speaker)) {
      broken.push(`words[${i}]: its speaker does not exist`);
    }
    const before = document.words[i - 1];
    if (before && isTimed(word) && isTimed(before) && word.start < before.start) {
      broken.push(`words[${i}]: starts before the word in front of it`);
    }
  }
  const begins = new Set(
    document.words.filter((word, i) => beginsLine(word, document.words[i - 1])).map(({ id }) => id),
  );
  for (const [i, { wordId }] of document.chapters.entries()) {
    if (wordId === null ? document.words.length > 0 : !begins.has(wordId))
      broken.push(`chapters[${i}]: it stands before no line`);
  }
  const { transcription } = document;
  if (transcription && transcription.finished > transcription.windows.length) {
    broken.push('transcription: more windows are finished than there are');
  }
  return broken;
}

function unique(items: readonly { id: string }[], name: string, broken: string[]): Set<string> {
  const ids = new Set(items.map((item) => item.id));
  if (ids.size !== items.length) broken.push(`${name}: an id occurs twice`);
  return ids;
}
