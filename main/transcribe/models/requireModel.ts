import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import type { ProjectDocument } from '../../../shared/document/document';
import { modelOf } from './modelOf';
import { resolveModel, type ResolvedModel } from './resolveModel';

/**
 * Finds the model to hear a place with: the named one, or else the one that transcribed the recording.
 * @param missing makes the error when there is neither.
 * @throws {AppError} `missing`, and as `resolveModel`.
 */
export async function requireModel(
  document: ProjectDocument,
  model: string | undefined,
  signal: AbortSignal | undefined,
  missing: () => AppError = noModelForPlace,
): Promise<ResolvedModel> {
  const found = model === undefined ? await modelOf(document, signal) : await resolveModel(model, signal);
  if (found) return found;
  throw missing();
}

const noModelForPlace = (): AppError =>
  new AppError(
    'MODEL_MISSING',
    t('The model that the interview was transcribed with was not found, and none was named.'),
    t('Name a model, or write down in the transcript what is said there.'),
  );
