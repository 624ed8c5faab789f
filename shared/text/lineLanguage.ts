import type { Word } from '../model/word';

/** Returns the language of most of the words that have one of their own; undefined when none has. */
export function mainLanguage(words: readonly Pick<Word, 'language'>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { language } of words) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let [main, most]: [string | undefined, number] = [undefined, 0];
  for (const [language, count] of counts) if (count > most) [main, most] = [language, count];
  return main;
}

/**
 * Returns the language that a line is said in.
 * @param words those of the line. @param language of the interview, for words that have none of their own.
 */
export const lineLanguage = (words: readonly Pick<Word, 'language'>[], language: string): string =>
  mainLanguage(words.map((word) => ({ language: word.language ?? language }))) ?? language;

/** Returns the languages of words that are not the interview's, in the order in which they are spoken. */
export const otherLanguages = (words: readonly Pick<Word, 'language'>[], main: string): string[] => [
  ...new Set(
    words.flatMap(({ language }) => (language === undefined || language === main ? [] : [language])),
  ),
];
