const SPEAKER: Readonly<Record<string, string>> = { kk: 'Сөйлеуші', ru: 'Говорящий' };

/**
 * Returns the label of a speaker whom nobody has named. It is published, so it is in the language of the interview.
 * @param language BCP 47; in any language but these the word is English.
 */
export const numberedSpeaker = (language: string, number: number): string =>
  `${SPEAKER[language.split('-')[0] ?? ''] ?? 'Speaker'} ${number}`;
