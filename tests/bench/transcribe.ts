import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bench, BenchOptions } from './Bench';
import { buildWhisperCli } from './buildWhisperCli';
import { countWords } from './countWords';
import { makeSpeechModel } from './makeSpeechModel';
import { memoryRow, ratioRow, type Row } from './Row';
import { runProcess, type Run } from './runProcess';
import { ffmpeg, INTERVIEW, makeSpeech } from './sounds';
import { withheld } from './withheld';

/**
 * Compares the whole command `withheld transcribe`, from the sealed project to committed words, with the whole of
 * whisper.cpp's own `whisper-cli` as it builds by default. Both get the same sound, model, threads and beam. All else
 * (temperature, fallback, context) has whisper.cpp's default in both.
 */
export const transcribe: Bench = async (options) => {
  const { folder, seconds, say } = options;
  say("Building whisper.cpp's own whisper-cli; this takes minutes the first time");
  const cli = await buildWhisperCli();
  const model = join(folder, 'ggml-fixed.en.bin');
  const segments = makeSpeechModel(model);
  const speech = join(folder, 'speech.wav');
  const pauses = join(folder, 'pauses.wav');
  await makeSpeech(speech, seconds);
  await makePauses(speech, pauses, seconds);
  const recognisers = { ...options, cli, model, segments };
  const rows = [
    ...(await compare('transcription / whisper-cli', speech, 0.55, recognisers)),
    ...(await compare('the same, a third is silence', pauses, 0.38, recognisers)),
    await demoSpeed(options),
  ];
  for (const file of [model, speech, pauses]) await rm(file);
  return rows;
};

interface Recognisers extends BenchOptions {
  cli: string;
  model: string;
  /** The words that the model says. */
  segments: readonly string[][];
}

async function compare(
  what: string,
  sound: string,
  most: number,
  { folder, rounds, threads, beam, cli, model, segments, say }: Recognisers,
): Promise<Row[]> {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  const project = join(folder, 'transcribe.withheld');
  let words = '';
  for (let round = 1; round <= rounds; round++) {
    say(`${what}, round ${round} of ${rounds}`);
    // prettier-ignore
    const their = await runProcess(cli, [
      '-m', model, '-f', sound, '-l', 'en', '-t', String(threads), '-bs', String(beam), '-bo', String(beam), '-np',
    ]);
    await withheld(['new', project, '--media', sound]);
    // prettier-ignore
    const our = await withheld([
      'transcribe', project, '--model', model, '--language', 'en', '--threads', String(threads), '--beam', String(beam),
    ]);
    words = `${countWords(await shownWords(project), segments)} words over ${countWords(printedWords(their), segments)}`;
    ours.push(our);
    theirs.push(their);
    await rm(project);
  }
  const seconds = (runs: readonly Run[]) => runs.map((run) => run.seconds);
  return [ratioRow(what, seconds(ours), seconds(theirs), most, words), memoryRow(what, ours, theirs)];
}

/** Reads the words of output such as `[00:00:00.000 --> 00:00:03.000]   the with …`. */
const printedWords = ({ stdout }: Run): string[] =>
  stdout
    .replaceAll(/\[[^\]]*\]/gu, '')
    .trim()
    .split(/\s+/u);

const shownSchema = z.object({
  words: z.array(z.object({ text: z.string() })),
  media: z.object({ duration: z.number() }),
});

const show = async (project: string) =>
  shownSchema.parse(JSON.parse((await withheld(['show', project])).stdout));

const shownWords = async (project: string): Promise<string[]> =>
  (await show(project)).words.map(({ text }) => text);

/** Makes the last third of about every minute a quiet room. */
function makePauses(speech: string, path: string, seconds: number): Promise<Run> {
  const period = seconds / Math.max(1, Math.round(seconds / 60));
  const pause = `[0]volume=0:enable='gte(mod(t,${period}),${(2 * period) / 3})'[speech]`;
  // prettier-ignore
  return ffmpeg([
    '-i', speech, '-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.0003:sample_rate=16000',
    '-filter_complex', `${pause};[speech][1]amix=normalize=0:duration=first`, path,
  ]);
}

/** Measures how fast the real demo model hears its interview. No other program's time is beside it. */
async function demoSpeed({ folder, threads }: BenchOptions): Promise<Row> {
  const project = join(folder, 'demo.withheld');
  await withheld(['new', project, '--media', INTERVIEW]);
  const run = await withheld(['transcribe', project, '--model', 'demo', '--threads', String(threads)]);
  const { duration } = (await show(project)).media;
  await rm(project);
  return {
    what: 'demo model / length of its interview',
    value: (run.seconds / duration).toFixed(3),
    goal: null,
    beside: `${run.seconds.toFixed(1)} s over ${duration.toFixed(1)} s`,
  };
}
