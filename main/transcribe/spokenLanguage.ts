import { t } from '../../shared/messages/messages';
import type { ProjectDocument } from '../../shared/document/document';
import { AppError } from '../../shared/model/errors';
import { knownLanguages } from './models/knownLanguages';
import type { ModelFacts } from './models/ModelFacts';

/** Where its code is another one than that of BCP 47. */
const OTHER_CODES: Readonly<Record<string, string>> = { fil: 'tl', jv: 'jw', nb: 'no' };

/** The language of a transcript that does not tell it (BCP 47). */
export const UNTOLD = 'und';

type Known = Pick<ModelFacts, 'kind' | 'multilingual'>;

/**
 * The language that a recogniser is told which hears places of an interview: Whisper's code, or `auto`, to be detected,
 * where nobody knows which one is spoken, or the model does not know it.
 */
export function spokenLanguage(
  { transcription, language }: Pick<ProjectDocument, 'transcription' | 'language'>,
  known: Known,
): string {
  return known.multilingual ? codeFor(known, transcription?.language ?? language) : 'en';
}

/** A model's code for a tag (BCP 47); `auto` where it does not know that language. */
export function codeFor(known: Known, tag: string): string {
  const [base = ''] = tag.toLowerCase().split('-');
  const code = OTHER_CODES[base] ?? base;
  return knownLanguages(known).includes(code) ? code : 'auto';
}

/**
 * As `spokenLanguage`, where what a model hears in a language that it does not know would be taken for what is said.
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

/** Gives the first of some languages that a Parakeet model does not know; Whisper finds out which it hears instead. */
export const unknownAmong = (languages: readonly string[], known: Known): string | undefined =>
  known.kind === 'whisper'
    ? undefined
    : languages.find((one) => one !== UNTOLD && codeFor(known, one) === 'auto');

/** A Parakeet model writes something in any language, and only what it says in its own means anything. */
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
