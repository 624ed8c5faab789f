import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { saidWithin } from '../plan/boundaries';
import { isTimed, type Word } from '../model/word';

/** Characters (UTF-16) into words at which these are cut, by the position of the word. */
export type Cuts = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Cuts words of scripts without spaces into parts, which read together as before. Nobody knows where within the word a
 * part is said: the times of parts are a guess by their length, and only the stretch of the whole word is known. A mark
 * of the word becomes one of all its parts.
 * @returns no steps when there is nothing to cut.
 */
export function cutWords(document: ProjectDocument, cuts: Cuts): SingleCommand[] {
  let { nextId } = document;
  const steps: SingleCommand[] = [];
  const parts = new Map<string, string[]>();
  // The last words are cut first, so that positions in front stay what they are.
  for (const [at, places] of [...cuts].sort(([a], [b]) => b - a)) {
    const word = document.words[at];
    const inside = [...places].filter((place) => place > 0 && place < (word?.text.length ?? 0));
    if (!word || inside.length === 0) continue;
    const bounds = [0, ...inside.sort((a, b) => a - b), word.text.length];
    const words = bounds
      .slice(0, -1)
      .map((from, i) => partOf(word, from, bounds[i + 1] ?? from, i === 0 ? word.id : `t${nextId++}`));
    parts.set(
      word.id,
      words.map(({ id }) => id),
    );
    steps.push({ type: 'replaceWords', at, remove: 1, words });
  }
  if (steps.length === 0) return [];
  const mentions = document.mentions.filter(({ wordIds }) => wordIds.some((id) => parts.has(id)));
  return [
    { type: 'setNextId', nextId },
    ...steps,
    ...mentions.map((mention): SingleCommand => ({
      type: 'putMention',
      mention: { ...mention, wordIds: mention.wordIds.flatMap((id) => parts.get(id) ?? [id]) },
    })),
  ];
}

function partOf(word: Word, from: number, to: number, id: string): Word {
  const { glued: _glued, paragraph: _paragraph, ...rest } = word;
  const first = from === 0 ? word : { glued: true as const };
  return {
    ...rest,
    id,
    text: word.text.slice(from, to),
    ...(isTimed(word) && {
      start: word.start + ((word.end - word.start) * from) / word.text.length,
      end: word.start + ((word.end - word.start) * to) / word.text.length,
      within: saidWithin(word),
    }),
    ...(first.glued && { glued: true as const }),
    ...(from === 0 && word.paragraph && { paragraph: true as const }),
  };
}
