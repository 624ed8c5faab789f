/** Said by language of a line that is nobody's, between lines of which it is told who speaks. */
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
/** Every such label, by which what was published is known again where it is read in. */
export const NO_SPEAKER_LABELS: readonly string[] = [...Object.values(SAID), UNKNOWN];

/** What stands as the label of such a line: in the words of its language, and in signs where we do not know them. */
export const noSpeaker = (language: string): string => SAID[language.split('-')[0] ?? ''] ?? UNKNOWN;
