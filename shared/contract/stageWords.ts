import { t } from '../messages/messages';
import type { Progress } from './envelope';

const WORDS: Record<Progress['stage'], () => string> = {
  import: () => t('Importing'),
  listen: () => t('Finding speech'),
  transcribe: () => t('Transcribing'),
  align: () => t('Finding where words begin and end'),
  suggest: () => t('Looking for names'),
  export: () => t('Exporting'),
  verify: () => t('Verifying'),
  hear: () => t('Hearing it again'),
  speech: () => t('Listening for speech'),
  speakers: () => t('Telling voices apart'),
  prepare: () => t('Preparing playback'),
  copy: () => t('Saving a copy'),
  download: () => t('Getting the model'),
  check: () => t('Checking the model'),
};

/** Returns the word for what is being done, as the screen and the command line tell it. */
export const stageWord = (stage: Progress['stage']): string => WORDS[stage]();
