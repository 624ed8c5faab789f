/** Says by language of the interview what a transcript is called that was given no title. */
const TITLES: Readonly<Record<string, string>> = {
  en: 'Interview',
  ru: 'Интервью',
  uk: 'Інтерв’ю',
  kk: 'Сұхбат',
  de: 'Interview',
  fr: 'Entretien',
  es: 'Entrevista',
};

/** It says nothing of whom the interview is with, whatever its file is called. */
export const neutralTitle = (language: string): string => TITLES[language.split('-')[0] ?? ''] ?? 'Interview';
