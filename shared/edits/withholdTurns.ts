import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Mention } from '../model/entity';
import type { Word } from '../model/word';
import { hiddenWords } from '../plan/hiddenWords';
import { withheldMentions } from '../plan/RedactionPlan';
import { spanAround } from '../plan/spanAround';
import { indexWords } from '../plan/wordIndex';

/**
 * Withholds words that become those of a speaker who is withheld. A mark of a speaker is of all that they say, whenever
 * it gets known that they say it.
 * @param words all of the document's, some with another speaker.
 */
export function withholdTurns(document: ProjectDocument, words: readonly Word[]): SingleCommand[] {
  const entities = withheldSpeakers(document);
  if (entities.size === 0) return [];
  const after = { ...document, words: [...words] };
  const hidden = hiddenWords(after);
  const mentions: Mention[] = [];
  let { nextId } = document;
  let open: { speaker: string; ids: string[] } | undefined;
  const close = () => {
    const entityId = open && entities.get(open.speaker);
    if (open && entityId !== undefined) {
      const span = spanAround(after, open.ids, 'rough');
      mentions.push({
        ...{ id: `m${nextId++}`, entityId, wordIds: open.ids, span, drawn: false, stretch: true },
        ...(span && document.media && { rough: true }),
      });
    }
    open = undefined;
  };
  for (const [i, word] of words.entries()) {
    const isNew = isSaidBy(word) !== isSaidBy(document.words[i]) && !hidden.has(word.id);
    const speaker = isNew ? isSaidBy(word) : undefined;
    if (speaker !== open?.speaker) close();
    if (speaker === undefined || !entities.has(speaker)) continue;
    open ??= { speaker, ids: [] };
    open.ids.push(word.id);
  }
  close();
  if (mentions.length === 0) return [];
  return [
    { type: 'setNextId', nextId },
    ...mentions.map((mention): SingleCommand => ({ type: 'putMention', mention })),
  ];
}

/** Returns who is known to say a word, and not only proposed. */
const isSaidBy = (word: Word | undefined): string | undefined => (word?.proposed ? undefined : word?.speaker);

/** Returns the entities of speakers who are withheld, by the speakers' ids. */
function withheldSpeakers(document: ProjectDocument): Map<string, string> {
  const { at } = indexWords(document.words);
  const found = new Map<string, string>();
  for (const { stretch, drawn, wordIds, entityId } of withheldMentions(document)) {
    if (!stretch || drawn) continue;
    const speakers = new Set(wordIds.map((id) => isSaidBy(document.words[at.get(id) ?? -1])));
    const [speaker] = speakers;
    if (speakers.size === 1 && speaker !== undefined) found.set(speaker, entityId);
  }
  return found;
}
