import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument, TranscriptionSettings } from '../../shared/document/document';
import type { ResolvedModel } from './models/resolveModel';

export interface RecogniserOptions {
  /** A code such as `en`, or `auto`, which is the default. */
  language?: string | undefined;
  /** Several that are spoken: each stretch of speech is in one of them. */
  languages?: readonly string[] | undefined;
  /** Names and words to expect. */
  prompt?: string | undefined;
  /** Hypotheses followed at once; 1 is fastest. */
  beam?: number | undefined;
}

/** Hypotheses that are followed where nobody says how many. */
export const BEAM_WIDTH = 5;

/**
 * Gives what the recogniser is told, with what was left open filled in.
 * @throws {AppError} `USAGE` for a language that the model does not know, and where one and several are named.
 */
export function settingsOf(model: ResolvedModel, options: RecogniserOptions): TranscriptionSettings {
  const { multilingual } = model.facts;
  const languages = [...new Set(options.languages?.map((code) => code.toLowerCase()))];
  if (languages.length > 0 && options.language !== undefined) {
    throw new AppError(
      'USAGE',
      t('One language is named, and several.'),
      t('Name the one that is spoken, or all of them.'),
    );
  }
  const [only] = languages;
  const one = languages.length === 1 ? only : options.language?.toLowerCase();
  const wanted = languages.length > 1 ? languages : [one ?? 'auto'];
  if (!multilingual && wanted.some((code) => code !== 'en' && code !== 'auto')) {
    throw new AppError(
      'USAGE',
      t('This model knows English only.'),
      t('Choose a model without .en in its name, or the language en.'),
    );
  }
  return {
    model: { name: model.name, sha256: model.sha256 },
    language: !multilingual ? 'en' : languages.length > 1 ? 'auto' : (one ?? 'auto'),
    ...(languages.length > 1 && { languages }),
    beam: options.beam ?? BEAM_WIDTH,
    prompt: options.prompt?.trim() ?? '',
  };
}

/** The languages that somebody named for the interview, where none are named now. */
export const namedLanguages = <O extends RecogniserOptions>({ languages }: ProjectDocument, options: O): O =>
  languages === undefined || options.language !== undefined || options.languages
    ? options
    : { ...options, languages };

/** Whether both are the same model, wherever it lies, told the same. */
export const isSameSettings = (
  { model: one, ...some }: TranscriptionSettings,
  { model: other, ...others }: TranscriptionSettings,
): boolean => one.sha256 === other.sha256 && JSON.stringify(some) === JSON.stringify(others);
