import { AppError } from '../../../shared/model/errors';
import type { ProjectDocument } from '../../../shared/document/document';
import { modelOf } from './modelOf';
import { resolveModel, type ResolvedModel } from './resolveModel';

/**
 * The model to hear a place with: the one that is named, else the one that transcribed the recording.
 * @throws {AppError} `MODEL_MISSING` where there is neither, and as `resolveModel`.
 */
export async function requireModel(
  document: ProjectDocument,
  model: string | undefined,
  signal: AbortSignal | undefined,
): Promise<ResolvedModel> {
  const found = model === undefined ? await modelOf(document, signal) : await resolveModel(model, signal);
  if (found) return found;
  throw new AppError(
    'MODEL_MISSING',
    'The model that the interview was transcribed with was not found, and none was named.',
    'Name a model, or write down in the transcript what is said there.',
  );
}
