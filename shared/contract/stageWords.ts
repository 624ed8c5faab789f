import type { Progress } from './envelope';

/** What is being done, as it is told on the screen and on the command line. */
export const STAGE_WORDS: Record<Progress['stage'], string> = {
  import: 'Importing',
  listen: 'Finding speech',
  transcribe: 'Transcribing',
  align: 'Finding where words begin and end',
  suggest: 'Looking for names',
  export: 'Exporting',
  verify: 'Verifying',
  hear: 'Hearing it again',
  speech: 'Listening for speech',
  speakers: 'Telling voices apart',
  prepare: 'Preparing playback',
  copy: 'Saving a copy',
  download: 'Getting the model',
  check: 'Checking the model',
};
