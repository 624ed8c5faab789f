import { useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Models } from '../../session/models/useModels';
import type { TranscriptionChoice } from '../../session/queue/queue';
import { changeSettings } from '../../session/settings';
import { useSession } from '../../session/useSession';
import { DEMO_MODEL, isFile } from '../models/describeModel';

/** Returns model and language as they were last time. */
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
 * Remembers the model and the language. It remembers no names, and not the demo's model, which would be of no use next
 * time.
 * @returns the choice for the recogniser.
 */
export function settleChoice(choice: TranscriptionChoice, models: Models | null): TranscriptionChoice {
  const english = knowsEnglishOnly(choice.model, models);
  const { model } = choice;
  const prompt = promptOf(choice, models);
  void changeSettings({
    ...(model !== DEMO_MODEL && { model }),
    // Several languages belong to one interview.
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

/** Returns the languages to choose from if a model knows only some and does not tell which it hears; otherwise null. */
export function languagesOf(model: string, models: Models | null): readonly string[] | null {
  const found = modelOf(model, models);
  return found?.kind === 'parakeet' && found.multilingual ? (found.languages ?? null) : null;
}

/** Tells whether a model can be told which names and words to expect. */
export const takesNames = (model: string, models: Models | null): boolean =>
  modelOf(model, models)?.kind !== 'parakeet';

/** Returns the names to expect, if the chosen model takes any. */
export const promptOf = ({ model, prompt }: TranscriptionChoice, models: Models | null): string =>
  takesNames(model, models) ? prompt : '';
