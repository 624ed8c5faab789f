import { publishedWords, type PublishedParagraph } from '../../shared/plan/render';
import { guessLanguage } from '../../shared/text/likelyLanguage';

/** Titles of transcripts that were given none, by the language of the interview. */
const TITLES: Readonly<Record<string, string>> = {
  en: 'Interview',
  ru: 'Интервью',
  uk: 'Інтерв’ю',
  kk: 'Сұхбат',
  de: 'Interview',
  fr: 'Entretien',
  es: 'Entrevista',
};

/**
 * Returns a title that says nothing of whom the interview is with. It is never made from a file's name, which may hold
 * a person's.
 * @param language of the interview; where nobody said, it is guessed from what is published, and from nothing else.
 */
export function neutralTitle(language: string, paragraphs: readonly PublishedParagraph[]): string {
  const known = language === 'und' ? guessLanguage(publishedWords(paragraphs)) : language;
  return TITLES[known.split('-')[0] ?? ''] ?? 'Interview';
}
