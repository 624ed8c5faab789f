import { AppError } from '../../shared/model/errors';
import { findSpeech } from '../speech/findSpeech';
import type { Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';

/**
 * Listens for speech where that was not done yet, and keeps in the project where it is. Nothing without a recording.
 * @throws {AppError} as `findSpeech`.
 */
export async function knowSpeech(vault: Vault, context: CallContext): Promise<void> {
  const { media } = vault.document;
  if (!media || vault.document.speech !== null) return;
  const speech = await findSpeech(vault, context);
  // Another recording may be in its place by now.
  if (vault.document.media !== media) return;
  // Not for undo: it is nothing that a person did.
  vault.amend({ label: 'Listen for speech', steps: [{ type: 'setSpeech', speech }] });
}

/** The same where an answer is welcome and not needed: exports then say that it is missing. */
export async function knowSpeechIfPossible(vault: Vault, context: CallContext): Promise<void> {
  try {
    await knowSpeech(vault, context);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'SPEECH_UNKNOWN')) throw error;
  }
}
