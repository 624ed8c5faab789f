import type { Word } from '../../shared/model/word';

/** Tells of a suggestion which language its words are in, where they have one of their own. */
export function languageAmong(
  words: readonly Word[],
): (suggestion: { wordIds?: readonly string[] | undefined }) => string | undefined {
  const languages = new Map(
    words.flatMap(({ id, language }) => (language === undefined ? [] : [[id, language]])),
  );
  return ({ wordIds = [] }) => languages.get(wordIds[0] ?? '');
}
