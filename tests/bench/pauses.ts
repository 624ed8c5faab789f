import { rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { hearSpeechIfPossible } from '../../main/app/knowSpeech';
import { importMedia } from '../../main/ingest/recording/importMedia';
import { SAMPLE_RATE, SoundLevels } from '../../main/media/mixes/SoundLevels';
import { heardIn } from '../../main/speech/hearSpeech';
import { scoreSound } from '../../main/speech/scoreSound';
import { transcribe } from '../../main/transcribe/transcribe';
import { spansOf } from '../../main/transcribe/windows/findWindows';
import { pausesInSpeech } from '../../main/transcribe/windows/pausesInSpeech';
import { SoundMap } from '../../main/transcribe/windows/SoundMap';
import { Vault } from '../../main/vault/Vault';
import type { Span } from '../../shared/model/entity';
import { spansWithin } from '../../shared/model/spansWithin';
import { mergeSpans } from '../../shared/plan/boundaries';
import { spansWithout } from '../../shared/plan/spansWithout';
import { samplesOfFile } from '../support/speech';
import { writeWav } from '../support/writeWav';
import type { Bench, BenchOptions } from './Bench';
import {
  composeSpeech,
  haveReadings,
  inNoise,
  music,
  NOISES,
  READERS,
  REAL,
  type Composed,
  type Noise,
} from './composeSpeech';
import { makeSpeechModel } from './makeSpeechModel';
import { ratioRow, type Row } from './Row';

/** Seconds beside each change between speech and pause that do not count: the frame in which a word ends is unknown. */
const EDGE = 0.1;
const MOST_MISSED_PERCENT = 1.5;
const MOST_SENT_PERCENT = 25;
const MOST_TIME = 0.75;
/** dB of the speech over the noise. The first level is as good as no noise. */
const LEVELS = { clean: 60, '20 dB': 20, '10 dB': 10, '5 dB': 5 };

/**
 * Measures skipped pauses: how much of what people read out is skipped with them, how much of the pauses is sent all
 * the same, in artificial noise and in music, and what skipping saves of a transcription.
 */
export const skippedPauses: Bench = async (options) => {
  if (!haveReadings()) {
    options.say(`Recordings of people are not in ${REAL}: nothing was measured of pauses that are skipped.`);
    return [];
  }
  const rows: Row[] = [];
  for (const [readers, whose] of [
    [READERS.chosen, 'readers that thresholds were compared with'],
    [READERS.unseen, 'other readers'],
  ] as const) {
    const composed = await composeSpeech(readers);
    for (const [level, decibels] of Object.entries(LEVELS)) {
      options.say(`Listening to ${whose}, ${level}…`);
      rows.push(...rowsOf(`${level}, ${whose}`, await counted(composed, Object.values(NOISES), decibels)));
      if (level === 'clean') continue;
      rows.push(...rowsOf(`${level} of music, ${whose}`, await counted(composed, [music], decibels)));
    }
  }
  return [...rows, ...(await meetings(options)), await timeSaved(options)];
};

interface Count {
  /** Seconds of each kind. */
  said: number;
  missed: number;
  paused: number;
  sent: number;
}

async function counted(composed: Composed, noises: readonly Noise[], decibels: number): Promise<Count> {
  const count = { said: 0, missed: 0, paused: 0, sent: 0 };
  for (const noise of noises) {
    const skipped = await skippedIn(await inNoise(composed, noise, decibels));
    add(count, skipped, mergeSpans(composed.speech, 1e-6), composed.pauses);
  }
  return count;
}

function add(count: Count, skipped: readonly Span[], speech: readonly Span[], pauses: readonly Span[]): void {
  for (const { from, to } of speech) {
    const inner = { from: from + EDGE, to: to - EDGE };
    if (inner.from >= inner.to) continue;
    count.said += inner.to - inner.from;
    count.missed += length(spansWithin(skipped, inner));
  }
  for (const pause of pauses) {
    count.paused += pause.to - pause.from;
    count.sent += pause.to - pause.from - length(spansWithin(skipped, pause));
  }
}

async function skippedIn(samples: Float32Array): Promise<Span[]> {
  const duration = samples.length / SAMPLE_RATE;
  const stream = (async function* () {
    yield await Promise.resolve(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
  })();
  const { possible } = heardIn(await scoreSound({ stream, channels: 1 }, duration), duration);
  const levels = new SoundLevels();
  levels.push(samples);
  levels.end();
  return spansOf(pausesInSpeech(new SoundMap(levels), possible).skipped);
}

function rowsOf(where: string, { said, missed, paused, sent }: Count, goals = true): Row[] {
  const row = (what: string, value: number, most: number, beside: string): Row => ({
    what: `${what}, ${where}`,
    value: `${value.toFixed(1)} %`,
    goal: goals ? { value, most, unit: ' %' } : null,
    beside,
  });
  return [
    row(
      'speech missed',
      (100 * missed) / said,
      MOST_MISSED_PERCENT,
      `${missed.toFixed(1)} of ${said.toFixed(0)} s`,
    ),
    row(
      'pauses sent',
      (100 * sent) / paused,
      MOST_SENT_PERCENT,
      `${sent.toFixed(1)} of ${paused.toFixed(0)} s`,
    ),
  ];
}

/** Measures rooms in which several people talk at once, far from the microphone. It promises nothing. */
async function meetings({ say }: BenchOptions): Promise<Row[]> {
  const folder = join(REAL, 'conversation-ami');
  const turns = z
    .record(z.string(), z.array(z.object({ from: z.number(), to: z.number() })))
    .parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const count = { said: 0, missed: 0, paused: 0, sent: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.flac'))) {
    say(`Listening to ${file}…`);
    const samples = await samplesOfFile(join(folder, file));
    const speech = mergeSpans(turns[file.replace('.flac', '')] ?? [], 0);
    const silent = spansWithout([{ from: 0, to: samples.length / SAMPLE_RATE }], speech);
    add(count, await skippedIn(samples), speech, silent);
  }
  return rowsOf('meeting rooms', count, false);
}

/** Measures what skipping saves, detector included. A third of the recording is pauses, in pink noise of 10 dB. */
async function timeSaved({ folder, seconds, rounds, threads, beam, say }: BenchOptions): Promise<Row> {
  const model = join(folder, 'ggml-fixed.en.bin');
  makeSpeechModel(model);
  const sound = join(folder, 'pauses.wav');
  const composed = await composeSpeech(READERS.unseen, seconds);
  const noisy = await inNoise(composed, NOISES.pink ?? fail(), 10);
  writeWav(sound, noisy.subarray(0, seconds * SAMPLE_RATE), SAMPLE_RATE);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let windows = '';
  for (let round = 1; round <= rounds; round++) {
    say(`Transcribing with and without pauses, round ${round} of ${rounds}`);
    const counts: number[] = [];
    for (const skips of [true, false]) {
      const path = join(folder, 'pauses.withheld');
      const vault = await Vault.createWith(path, 'a passphrase', async (created) => {
        await importMedia(created, sound);
      });
      const begun = performance.now();
      const hearSpeech = skips ? hearSpeechIfPossible : undefined;
      counts.push((await transcribe(vault, { model, threads, beam, hearSpeech })).windows);
      (skips ? ours : theirs).push((performance.now() - begun) / 1000);
      vault.close();
      await rm(path);
    }
    windows = counts.join(' windows over ');
  }
  await rm(model);
  return ratioRow(
    'transcription, a third is pauses at 10 dB / without skipping',
    ours,
    theirs,
    MOST_TIME,
    windows,
  );
}

const length = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

function fail(): never {
  throw new Error('there is no such noise');
}
