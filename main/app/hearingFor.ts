import type { Listen } from '../../shared/contract/exports';
import type { ProjectDocument } from '../../shared/document/document';
import type { VerifyContext } from '../verify/verifyExport';
import { findRecogniser } from '../transcribe/findRecogniser';

/**
 * Settles how an export of a project is heard: by default around the masked spans, with the model that transcribed it.
 * @throws {AppError} as `findRecogniser`.
 */
export async function hearingFor(
  document: ProjectDocument,
  { listen = 'spans', model }: { listen?: Listen | undefined; model?: string | undefined },
  signal: AbortSignal,
): Promise<NonNullable<VerifyContext['hearing']>> {
  const found = listen === 'none' || !document.media ? null : await findRecogniser(document, model, signal);
  return { listen, recogniser: found?.open ?? null, ear: found?.ear };
}
