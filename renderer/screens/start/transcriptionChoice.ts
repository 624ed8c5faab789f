import { useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Models } from '../../session/models/useModels';
import type { TranscriptionChoice } from '../../session/queue/queue';
import { changeSettings } from '../../session/settings';
import { useSession } from '../../session/useSession';
import { DEMO_MODEL, isFile } from '../models/describeModel';

/** Model and language as they were last time. */
export function useTranscriptionChoice(): [TranscriptionChoice, (choice: TranscriptionChoice) => void] {
  const { model, language } = useSession((state) => state.settings);
  const [chosen, setChosen] = useState<Partial<TranscriptionChoice>>({});
  return [{ model, language, prompt: '', ...chosen }, setChosen];
}

/** Says in a sentence why transcribing cannot be started; null when it can. */
export function objectionTo(choice: TranscriptionChoice, models: Models | null): string | null {
  if (!models) return t('Looking for models…');
  const { model, language } = choice;
  const known = isFile(model) || models.models.some(({ name, present }) => name === model && present);
  if (!known) {
    return realModels(models).length > 0
      ? t('Choose a model to start.')
      : t('Without a model nothing can be transcribed.');
  }
  if (!knowsEnglishOnly(model, models) && !/^(?:auto|[a-z]{2,3}(?:, *[a-z]{2,3})*)$/u.test(language))
    return t('Choose a language.');
  return null;
}

/**
 * Remembers model and language, never the names, and never the demo's model: it would be of no use next time.
 * @returns what is handed to the recogniser.
 */
export function settleChoice(choice: TranscriptionChoice, models: Models | null): TranscriptionChoice {
  const english = knowsEnglishOnly(choice.model, models);
  const { model } = choice;
  void changeSettings({
    ...(model !== DEMO_MODEL && { model }),
    // Several are those of one interview.
    ...(!english && !choice.language.includes(',') && { language: choice.language }),
  });
  return english ? { ...choice, language: 'en' } : choice;
}

/** Gives the models on this machine that know more than the demo. */
export const realModels = ({ models }: Models) =>
  models.filter(({ name, present }) => present && name !== DEMO_MODEL);

export const knowsEnglishOnly = (model: string, models: Models | null): boolean =>
  models?.models.some(({ name, multilingual }) => name === model && !multilingual) ?? false;
