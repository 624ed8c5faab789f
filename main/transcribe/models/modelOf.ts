import { AppError } from '../../../shared/model/errors';
import type { ProjectDocument } from '../../../shared/document/document';
import { resolveModel, type ResolvedModel } from './resolveModel';

/**
 * Finds the model that transcribed a project, if it is still there under its name.
 * @returns null when the project was not transcribed here, or the model is gone or a different one now.
 * @throws {AppError} `CANCELLED`
 */
export async function modelOf(
  { transcription }: ProjectDocument,
  signal?: AbortSignal,
): Promise<ResolvedModel | null> {
  if (!transcription) return null;
  const { name, sha256 } = transcription.settings.model;
  try {
    const model = await resolveModel(name, signal);
    return model.sha256 === sha256 ? model : null;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'CANCELLED') return null;
    throw error;
  }
}
