import { t } from '../../shared/messages/messages';
import type { ProjectDocument } from '../../shared/document/document';
import { AppError } from '../../shared/model/errors';
import { knownLanguages } from './models/knownLanguages';
import type { ModelFacts } from './models/ModelFacts';

/** Whisper's codes that differ from those of BCP 47. */
const OTHER_CODES: Readonly<Record<string, string>> = { fil: 'tl', jv: 'jw', nb: 'no' };

/** The tag (BCP 47) of a transcript that does not tell its language. */
export const UNTOLD = 'und';

type Known = Pick<ModelFacts, 'kind' | 'multilingual'>;

/**
 * Returns the language to tell a recogniser that hears places of an interview: Whisper's code, or `auto` (to be
 * detected) when nobody knows which language is spoken, or the model does not know it.
 */
export function spokenLanguage(
  { transcription, language }: Pick<ProjectDocument, 'transcription' | 'language'>,
  known: Known,
): string {
  return known.multilingual ? codeFor(known, transcription?.language ?? language) : 'en';
}

/** Returns a model's code for a tag (BCP 47); `auto` when it does not know that language. */
export function codeFor(known: Known, tag: string): string {
  const [base = ''] = tag.toLowerCase().split('-');
  const code = OTHER_CODES[base] ?? base;
  return knownLanguages(known).includes(code) ? code : 'auto';
}

/**
 * Returns the same as `spokenLanguage`, but refuses a language that the model does not know. It is for uses in which
 * whatever the model hears counts as said.
 * @throws {AppError} `USAGE` for a Parakeet model that does not know the language.
 */
export function requireSpoken(
  document: Pick<ProjectDocument, 'transcription' | 'language'>,
  known: Known,
): string {
  const unknown = unknownAmong([document.transcription?.language ?? document.language], known);
  if (unknown !== undefined) throw unknownTo(known, unknown);
  return spokenLanguage(document, known);
}

/** Returns the first language that a Parakeet model does not know; Whisper instead finds out which one it hears. */
export const unknownAmong = (languages: readonly string[], known: Known): string | undefined =>
  known.kind === 'whisper'
    ? undefined
    : languages.find((one) => one !== UNTOLD && codeFor(known, one) === 'auto');

/** Makes the error for an unknown language: Parakeet writes something for any, but only its own come out right. */
export const unknownTo = (known: Known, language: string): AppError =>
  new AppError(
    'USAGE',
    t('This Parakeet model does not know the language {language}.', { language }),
    known.multilingual
      ? t('Choose a Whisper model for it; this one knows {languages}.', {
          languages: knownLanguages(known).join(', '),
        })
      : t('Choose a model that does; this one knows English only.'),
  );
