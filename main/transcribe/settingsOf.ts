import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument, TranscriptionSettings } from '../../shared/document/document';
import { knownLanguages } from './models/knownLanguages';
import type { ModelFacts } from './models/ModelFacts';
import type { ResolvedModel } from './models/resolveModel';
import { unknownTo } from './spokenLanguage';

export interface RecogniserOptions {
  /** A code such as `en`, or `auto`, which is the default. */
  language?: string | undefined;
  /** Several spoken languages; each stretch of speech is in one of them. */
  languages?: readonly string[] | undefined;
  /** Names and words to expect. */
  prompt?: string | undefined;
  /** Hypotheses followed at once; 1 is fastest. */
  beam?: number | undefined;
}

/** Hypotheses that are followed by default. */
export const BEAM_WIDTH = 5;

/**
 * Returns the recogniser's settings, and fills in those that were left open.
 * @throws {AppError} `USAGE` for a language that the model does not know, for what a Parakeet model cannot be told, and
 * when one language and several are named.
 */
export function settingsOf(model: ResolvedModel, options: RecogniserOptions): TranscriptionSettings {
  const { kind, multilingual } = model.facts;
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
  if (kind === 'parakeet') requireForParakeet(model.facts, wanted, options);
  else if (!multilingual && wanted.some((code) => code !== 'en' && code !== 'auto')) {
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
    // Parakeet follows one hypothesis.
    beam: kind === 'parakeet' ? 1 : (options.beam ?? BEAM_WIDTH),
    prompt: options.prompt?.trim() ?? '',
  };
}

/**
 * Refuses what a Parakeet model cannot do. It finds out by itself which of its languages it hears, and does not tell.
 * Names are looked for by the language, so somebody has to say it.
 */
function requireForParakeet(
  facts: ModelFacts,
  wanted: readonly string[],
  { beam = 1, prompt = '' }: RecogniserOptions,
): void {
  const unknown = wanted.find((code) => code !== 'auto' && !knownLanguages(facts).includes(code));
  if (unknown !== undefined) throw unknownTo(facts, unknown);
  if (facts.multilingual && (wanted.length > 1 || wanted.includes('auto'))) {
    throw new AppError(
      'USAGE',
      t('A Parakeet model does not tell which of its languages it hears.'),
      t('Name the one that is spoken, or choose a Whisper model.'),
    );
  }
  if (beam > 1) {
    throw new AppError(
      'USAGE',
      t('A Parakeet model follows no more than one hypothesis.'),
      t('Leave the beam at 1, or choose a Whisper model.'),
    );
  }
  if (prompt.trim() !== '') {
    throw new AppError(
      'USAGE',
      t('A Parakeet model cannot be told which names and words to expect.'),
      t('Leave them out, or choose a Whisper model.'),
    );
  }
}

/** Adds the languages that somebody named for the interview, if none are named now. */
export const namedLanguages = <O extends RecogniserOptions>({ languages }: ProjectDocument, options: O): O =>
  languages === undefined || options.language !== undefined || options.languages
    ? options
    : { ...options, languages };

/** Tells whether both are the same model, wherever it lies, with the same settings. */
export const isSameSettings = (
  { model: one, ...some }: TranscriptionSettings,
  { model: other, ...others }: TranscriptionSettings,
): boolean => one.sha256 === other.sha256 && JSON.stringify(some) === JSON.stringify(others);
