import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import type { WhisperFacts } from './ModelFacts';
import type { ResolvedModel } from './resolveModel';

export type WhisperModel = ResolvedModel & { facts: WhisperFacts };

/**
 * Requires a Whisper model, for the one thing that only Whisper can do: find where a given text is said.
 * @throws {AppError} `MODEL_INVALID` for a model of another kind.
 */
export function requireWhisper(model: ResolvedModel): WhisperModel {
  const { facts } = model;
  if (facts.kind === 'whisper') return { ...model, facts };
  throw new AppError(
    'MODEL_INVALID',
    t('A Parakeet model tells when it hears a word of its own, and cannot find where given words are said.'),
    t('Name a Whisper model that knows the language that is spoken.'),
  );
}
