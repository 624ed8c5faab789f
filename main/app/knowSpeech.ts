import { AppError } from '../../shared/model/errors';
import { hearSpeech, type HearSpeechOptions, type HeardSpeech } from '../speech/hearSpeech';
import type { Vault } from '../vault/Vault';

/**
 * Listens for speech unless that was done before, and keeps in the project where it is. Does nothing without a
 * recording.
 * @throws {AppError} as `hearSpeech`.
 */
export async function knowSpeech(vault: Vault, options: HearSpeechOptions): Promise<void> {
  if (vault.document.media && vault.document.speech === null) await hearAndKeep(vault, options);
}

/** Does the same for callers that can do without an answer. Exports then say that it is missing. */
export async function knowSpeechIfPossible(vault: Vault, options: HearSpeechOptions): Promise<void> {
  await ifPossible(knowSpeech(vault, options));
}

/** Returns all that the detector tells, for a transcription; null where it does not run. */
export const hearSpeechIfPossible = (vault: Vault, options: HearSpeechOptions): Promise<HeardSpeech | null> =>
  ifPossible(hearAndKeep(vault, options));

async function hearAndKeep(vault: Vault, options: HearSpeechOptions): Promise<HeardSpeech> {
  const { media } = vault.document;
  const heard = await hearSpeech(vault, options);
  // By now there may be another recording, or an answer.
  if (vault.document.media !== media || vault.document.speech !== null) return heard;
  // No person did this, so undo does not take it back.
  vault.amend({ label: 'Listen for speech', steps: [{ type: 'setSpeech', speech: heard.spans }] });
  return heard;
}

async function ifPossible<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'SPEECH_UNKNOWN')) throw error;
    return null;
  }
}
