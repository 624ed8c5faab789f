/** Labels, by language, of a line without a speaker between lines that have one. */
const SAID: Readonly<Record<string, string>> = {
  en: '[speaker not stated]',
  ru: '[говорящий не указан]',
  uk: '[мовець не вказаний]',
  kk: '[сөйлеуші көрсетілмеген]',
  de: '[Sprecher nicht angegeben]',
  fr: '[locuteur non précisé]',
  es: '[hablante no indicado]',
};

const UNKNOWN = '[?]';
/** Every such label, so that import knows it again in a published transcript. */
export const NO_SPEAKER_LABELS: readonly string[] = [...Object.values(SAID), UNKNOWN];

/** Returns the label of such a line: words in its language, or signs when we do not know the words. */
export const noSpeaker = (language: string): string => SAID[language.split('-')[0] ?? ''] ?? UNKNOWN;
