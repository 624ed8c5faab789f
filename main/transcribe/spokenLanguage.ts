import type { ProjectDocument } from '../../shared/document/document';
import type { ModelFacts } from './models/readModelFacts';

// prettier-ignore
/** The languages that Whisper knows, by its codes (`whisper_lang_str`). */
const KNOWN: ReadonlySet<string> = new Set([
  'af', 'am', 'ar', 'as', 'az', 'ba', 'be', 'bg', 'bn', 'bo', 'br', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es',
  'et', 'eu', 'fa', 'fi', 'fo', 'fr', 'gl', 'gu', 'ha', 'haw', 'he', 'hi', 'hr', 'ht', 'hu', 'hy', 'id', 'is', 'it', 'ja',
  'jw', 'ka', 'kk', 'km', 'kn', 'ko', 'la', 'lb', 'ln', 'lo', 'lt', 'lv', 'mg', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt',
  'my', 'ne', 'nl', 'nn', 'no', 'oc', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sa', 'sd', 'si', 'sk', 'sl', 'sn', 'so', 'sq',
  'sr', 'su', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'tk', 'tl', 'tr', 'tt', 'uk', 'ur', 'uz', 'vi', 'yi', 'yo', 'yue', 'zh',
]);
/** Where its code is another one than that of BCP 47. */
const OTHER_CODES: Readonly<Record<string, string>> = { fil: 'tl', jv: 'jw', nb: 'no' };

/**
 * The language that a recogniser is told which hears places of an interview: Whisper's code, or `auto`, to be detected,
 * where nobody knows which one is spoken, or Whisper does not know it.
 */
export function spokenLanguage(
  { transcription, language }: Pick<ProjectDocument, 'transcription' | 'language'>,
  { multilingual }: Pick<ModelFacts, 'multilingual'>,
): string {
  return multilingual ? whisperCode(transcription?.language ?? language) : 'en';
}

/** Whisper's code for a tag (BCP 47); `auto` where it has none. */
export function whisperCode(tag: string): string {
  const [base = ''] = tag.toLowerCase().split('-');
  const code = OTHER_CODES[base] ?? base;
  return KNOWN.has(code) ? code : 'auto';
}
