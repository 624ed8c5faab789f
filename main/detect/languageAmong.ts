import type { Word } from '../../shared/model/word';

/** Returns a function that tells which language the words of a suggestion are in, where they have one of their own. */
export function languageAmong(
  words: readonly Word[],
): (suggestion: { wordIds?: readonly string[] | undefined }) => string | undefined {
  const languages = new Map(
    words.flatMap(({ id, language }) => (language === undefined ? [] : [[id, language]])),
  );
  return ({ wordIds = [] }) => languages.get(wordIds[0] ?? '');
}
