import type { ProjectDocument } from '../document/document';
import { foldPhrase } from '../text/matching';
import { casingOf, isSmall } from '../text/writing';

/**
 * Returns the names that are kept on purpose, wherever they stand. An everyday word that was kept in small letters is
 * not among them, since it is kept as a word: "they mark everyone" says nothing of whether a person called Mark may be
 * named.
 * @param isWord tells whether a folded word is everyday language, even if it is a name too.
 */
export function keptNames(
  { entities, words }: Pick<ProjectDocument, 'entities' | 'words'>,
  isWord: (folded: string) => boolean,
): string[] {
  const kept = entities.filter(({ decision }) => decision === 'keep');
  if (kept.length === 0) return [];
  const isCased = casingOf(words.map(({ text }) => text)) === 'cased';
  return kept
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => {
      const folded = foldPhrase(name);
      return !(isCased && folded.length === 1 && isSmall(name) && isWord(folded[0] ?? ''));
    });
}
