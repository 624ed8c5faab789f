import { useState } from 'react';
import { changeSettings, useApp } from '../../client/app';
import type { TranscriptionChoice } from '../../client/queue';
import type { Models } from '../../client/useModels';
import { isFile } from './describeModel';

/** Model and language as they were last time. */
export function useTranscriptionChoice(): [TranscriptionChoice, (choice: TranscriptionChoice) => void] {
  const { model, language } = useApp((state) => state.settings);
  const [chosen, setChosen] = useState<Partial<TranscriptionChoice>>({});
  return [{ model, language, prompt: '', ...chosen }, setChosen];
}

/** Why transcribing cannot be started, in a sentence; null when it can. */
export function objectionTo(choice: TranscriptionChoice, models: Models | null): string | null {
  if (!models) return 'Looking for models…';
  const { model, language } = choice;
  const known = isFile(model) || models.models.some(({ name, present }) => name === model && present);
  if (!known) {
    return models.models.some(({ present }) => present)
      ? 'Choose a model to start.'
      : 'There is no model on this machine yet, so nothing can be transcribed.';
  }
  if (!knowsEnglishOnly(model, models) && !/^(?:auto|[a-z]{2,3})$/u.test(language))
    return 'Choose a language.';
  return null;
}

/** Remembers model and language, never the names. @returns what is handed to the recogniser. */
export function settleChoice(choice: TranscriptionChoice, models: Models | null): TranscriptionChoice {
  const english = knowsEnglishOnly(choice.model, models);
  void changeSettings({ model: choice.model, ...(!english && { language: choice.language }) });
  return english ? { ...choice, language: 'en' } : choice;
}

export const knowsEnglishOnly = (model: string, models: Models | null): boolean =>
  models?.models.some(({ name, multilingual }) => name === model && !multilingual) ?? false;
