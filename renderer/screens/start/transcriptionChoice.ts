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
  const languages = languagesOf(model, models);
  if (languages && !languages.includes(language)) return t('Choose the language that is spoken.');
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
  const prompt = promptOf(choice, models);
  void changeSettings({
    ...(model !== DEMO_MODEL && { model }),
    // Several are those of one interview.
    ...(!english && !choice.language.includes(',') && { language: choice.language }),
  });
  return { ...choice, prompt, ...(english && { language: 'en' }) };
}

/** Gives the models on this machine that know more than the demo. */
export const realModels = ({ models }: Models) =>
  models.filter(({ name, present }) => present && name !== DEMO_MODEL);

export const knowsEnglishOnly = (model: string, models: Models | null): boolean =>
  models?.models.some(({ name, multilingual }) => name === model && !multilingual) ?? false;

const modelOf = (name: string, models: Models | null) => models?.models.find((one) => one.name === name);

/** The languages to choose one from, where a model knows only some and does not tell which it hears; else null. */
export function languagesOf(model: string, models: Models | null): readonly string[] | null {
  const found = modelOf(model, models);
  return found?.kind === 'parakeet' && found.multilingual ? (found.languages ?? null) : null;
}

/** Whether a model can be told which names and words to expect. */
export const takesNames = (model: string, models: Models | null): boolean =>
  modelOf(model, models)?.kind !== 'parakeet';

/** The names to expect, as far as the chosen model takes any. */
export const promptOf = ({ model, prompt }: TranscriptionChoice, models: Models | null): string =>
  takesNames(model, models) ? prompt : '';
