import type { ModelFacts } from './ModelFacts';

// prettier-ignore
/** The languages that Whisper knows, by its codes (`whisper_lang_str`). */
const WHISPER = [
  'af', 'am', 'ar', 'as', 'az', 'ba', 'be', 'bg', 'bn', 'bo', 'br', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es',
  'et', 'eu', 'fa', 'fi', 'fo', 'fr', 'gl', 'gu', 'ha', 'haw', 'he', 'hi', 'hr', 'ht', 'hu', 'hy', 'id', 'is', 'it', 'ja',
  'jw', 'ka', 'kk', 'km', 'kn', 'ko', 'la', 'lb', 'ln', 'lo', 'lt', 'lv', 'mg', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt',
  'my', 'ne', 'nl', 'nn', 'no', 'oc', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sa', 'sd', 'si', 'sk', 'sl', 'sn', 'so', 'sq',
  'sr', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'tk', 'tl', 'tr', 'tt', 'uk', 'ur', 'uz', 'vi', 'yi', 'yo', 'yue', 'zh',
];
// prettier-ignore
/** The 25 European languages of parakeet-tdt-0.6b-v3, by its model card. */
const PARAKEET = [
  'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl', 'pl', 'pt', 'ro',
  'ru', 'sk', 'sl', 'sv', 'uk',
];

/** Lists the languages that a model knows, by Whisper's codes. */
export function knownLanguages({
  kind,
  multilingual,
}: Pick<ModelFacts, 'kind' | 'multilingual'>): readonly string[] {
  if (!multilingual) return ['en'];
  return kind === 'whisper' ? WHISPER : PARAKEET;
}
