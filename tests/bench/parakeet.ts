import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGE, makeParakeetModel } from '../support/makeParakeetModel';
import type { Bench } from './Bench';
import { makeSpeechModel } from './makeSpeechModel';
import { memoryRow, ratioRow } from './Row';
import type { Run } from './runProcess';
import { makeSpeech } from './sounds';
import { withheld } from './withheld';

/** Most seconds of the sound. A model of this size takes seconds for half a minute. */
const MOST_SECONDS = 116;
/** Each token takes the longest step, 0.32 s, which gives as many tokens as people say. */
const STEPS = [0, 0, 0, 0, 30];
/**
 * The weights are random, so nothing that is heard means anything, and the decoder works only as much as for speech.
 */
const NOTE = 'weights are random: only the time of the encoders means something';

/**
 * Measures `withheld transcribe` with a Parakeet model in the shape of parakeet-tdt-0.6b-v3, over the same command with
 * a Whisper model in the shape of base.en. Both get the same sound and threads.
 */
export const parakeet: Bench = async ({ folder, rounds, threads, beam, seconds, say }) => {
  const [sound, project] = [join(folder, 'speech.wav'), join(folder, 'parakeet.withheld')];
  const models = { parakeet: join(folder, 'ggml-parakeet.bin'), whisper: join(folder, 'ggml-fixed.en.bin') };
  say('Making a Parakeet model of 600 million random weights');
  makeParakeetModel(models.parakeet, LARGE, { again: true, durations: STEPS });
  makeSpeechModel(models.whisper);
  await makeSpeech(sound, Math.min(seconds, MOST_SECONDS));
  const run = async (kind: keyof typeof models, ...told: string[]): Promise<Run> => {
    await withheld(['new', project, '--media', sound]);
    // prettier-ignore
    const ran = await withheld([
      'transcribe', project, '--model', models[kind], '--language', 'en', '--threads', String(threads), ...told,
    ]);
    await rm(project);
    return ran;
  };
  const ours: Run[] = [];
  const whispers: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Parakeet beside Whisper, round ${round} of ${rounds}`);
    whispers.push(await run('whisper', '--beam', String(beam)));
    ours.push(await run('parakeet'));
  }
  for (const file of [...Object.values(models), sound]) await rm(file);
  const took = (runs: readonly Run[]) => runs.map((one) => one.seconds);
  const what = 'Parakeet 0.6B / Whisper base.en, by us';
  return [ratioRow(what, took(ours), took(whispers), null, NOTE), memoryRow(what, ours, whispers)];
};
