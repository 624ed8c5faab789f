import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { alignWords } from '../../main/align/alignWords';
import { importMedia } from '../../main/ingest/recording/importMedia';
import { parseTranscript } from '../../main/ingest/transcript/parseTranscript';
import { FRAME_SECONDS, SAMPLE_RATE, SoundLevels } from '../../main/media/mixes/SoundLevels';
import { randomNumbers } from '../../main/speakers/randomNumbers';
import { appRoot } from '../../main/system/appRoot';
import { hearWords } from '../../main/align/hearWords';
import { requireWhisper, type WhisperModel } from '../../main/transcribe/models/requireWhisper';
import { resolveModel } from '../../main/transcribe/models/resolveModel';
import { Vault } from '../../main/vault/Vault';
import { AppError } from '../../shared/model/errors';
import type { Word } from '../../shared/model/word';
import type { TrueWord } from '../support/speech';
import { writeWav } from '../support/writeWav';
import type { Bench } from './Bench';
import { composeSpeech, haveReadings, READERS } from './composeSpeech';
import { median, type Row } from './Row';

const FOLDERS = [
  join(appRoot(), 'tests', 'fixtures', 'interviews'),
  join(appRoot(), '..', 'shared', 'demo-model', 'interviews'),
];
/** The last recording is not in every checkout. */
const INTERVIEWS = ['short-40s.flac', 'phone-call-2min.opus', 'trial-5min.opus', 'gathering-12min.opus'];
const PASSPHRASE = 'a lantern on the seventh stair';
const HOW = { txt: 'without times', srt: 'lines beside by ≤ 0.5 s' };
/** Most seconds from the lines of a transcript with wrong times to where they are said. */
const DISTURBED_SECONDS = 0.5;
const MOST_SECONDS = { median: 0.06, p95: 0.2 };
const MOST_UNPLACED_PERCENT = 2;
/** Number of times that boundaries are put elsewhere, to know what chance gives. */
const SHIFTS = 500;
/** Frames by which boundaries are moved. They may come to lie where people speak, too. */
const SHIFT = { least: 5, most: 50 };
/** Frames of 20 ms that are compared on each side of a boundary. */
const SIDE_FRAMES = 3;

/**
 * Measures how well words are laid on their recording. Texts without times, and with wrong times, are compared with the
 * synthesiser's own times. On real voices, whose word times nobody knows, it measures whether what is found follows the
 * sound. The results are counts and seconds of the recording, not of this machine, which may be busy.
 */
export const align: Bench = async ({ folder, say }) => {
  const model = requireWhisper(await resolveModel('demo'));
  const found = INTERVIEWS.flatMap((file) => FOLDERS.map((one) => join(one, file)).find(existsSync) ?? []);
  const rows: Row[] = [];
  const random = randomNumbers(1);
  for (const how of ['txt', 'srt'] as const) {
    const tally: Tally = { off: [], words: 0, unplaced: 0 };
    for (const path of found) {
      const vault = await open(path, folder, how);
      const truth = truthOf(path);
      const text = how === 'txt' ? plainText(truth) : subtitles(truth, random);
      const { words } = parseTranscript(Buffer.from(text), how);
      count(tally, truth, words, await lay(vault, model, words));
      vault.close();
      say(`Laid ${basename(path)}, ${HOW[how]}.`);
    }
    rows.push(...rowsOf(HOW[how], tally));
  }
  rows.push(await otherTexts(found, folder, model));
  if (haveReadings()) rows.push(await onRealVoices(folder, model));
  else say('Recordings of people are not here: nothing was measured on real voices.');
  return rows;
};

interface Tally {
  /** Seconds from where words begin to where they are said. */
  off: number[];
  words: number;
  unplaced: number;
}

const truthOf = (path: string): TrueWord[] =>
  (JSON.parse(readFileSync(path.replace(/\.\w+$/u, '.truth.json'), 'utf8')) as { words: TrueWord[] }).words;

function sentencesOf(truth: readonly TrueWord[]): TrueWord[][] {
  const sentences: TrueWord[][] = [];
  for (const word of truth) {
    const last = sentences.at(-1);
    if (last?.[0]?.sentence === word.sentence) last.push(word);
    else sentences.push([word]);
  }
  return sentences;
}

const textOf = (words: readonly { text: string }[]): string => words.map(({ text }) => text).join(' ');
const plainText = (truth: readonly TrueWord[]): string => sentencesOf(truth).map(textOf).join('\n\n');

function subtitles(truth: readonly TrueWord[], random: () => number): string {
  const time = (seconds: number) =>
    new Date(Math.round(Math.max(0, seconds) * 1000)).toISOString().slice(11, 23).replace('.', ',');
  return sentencesOf(truth)
    .map((words, i) => {
      const by = (2 * random() - 1) * DISTURBED_SECONDS;
      const [from, to] = [(words[0]?.start ?? 0) + by, (words.at(-1)?.end ?? 0) + by];
      return `${i + 1}\n${time(from)} --> ${time(to)}\n${textOf(words)}\n`;
    })
    .join('\n');
}

async function open(media: string, folder: string, name: string): Promise<Vault> {
  const path = join(folder, `${name}-${String(performance.now())}.withheld`);
  return Vault.createWith(path, PASSPHRASE, async (vault) => {
    await importMedia(vault, media, {});
  });
}

function lay(vault: Vault, model: WhisperModel, words: readonly Word[]) {
  const stretch = { from: 0, to: vault.document.media?.duration ?? 0 };
  return alignWords(vault, model, words, { language: 'en', stretch });
}

function count(
  tally: Tally,
  truth: readonly TrueWord[],
  words: readonly Word[],
  placed: Awaited<ReturnType<typeof lay>>,
): void {
  for (const [i, { text, start }] of truth.entries()) {
    const place = placed[i];
    tally.words++;
    // A line that wrong times put behind its neighbour is in another place, so it counts as not placed.
    if (!place || words[i]?.text !== text) tally.unplaced++;
    else tally.off.push(Math.abs(place.start - start));
  }
}

function rowsOf(how: string, { off, words, unplaced }: Tally): Row[] {
  const sorted = off.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
  const middle = median(off);
  const lost = (100 * unplaced) / words;
  const beside = `${words} words of the synthetic interviews`;
  return [
    {
      what: `${how}: starts, median`,
      value: `${middle.toFixed(3)} s`,
      goal: { value: middle, most: MOST_SECONDS.median, unit: ' s' },
      beside,
    },
    {
      what: `${how}: starts, p95`,
      value: `${p95.toFixed(3)} s`,
      goal: { value: p95, most: MOST_SECONDS.p95, unit: ' s' },
      beside,
    },
    {
      what: `${how}: not placed`,
      value: `${lost.toFixed(1)} %`,
      goal: { value: lost, most: MOST_UNPLACED_PERCENT, unit: ' %' },
      beside: `${unplaced} words`,
    },
  ];
}

/** Lays texts on recordings of other texts. They must be refused, although they are built of the same sentences. */
async function otherTexts(paths: readonly string[], folder: string, model: WhisperModel): Promise<Row> {
  let [asked, taken] = [0, 0];
  for (const [i, path] of paths.entries()) {
    const vault = await open(path, folder, 'other');
    for (const other of [paths[(i + 1) % paths.length], paths[(i + 2) % paths.length]]) {
      if (other === undefined || other === path) continue;
      asked++;
      const { words } = parseTranscript(Buffer.from(plainText(truthOf(other))), 'txt');
      const refused = await lay(vault, model, words).then(
        () => false,
        (error: unknown) => error instanceof AppError && error.code === 'TRANSCRIPT_OTHER',
      );
      if (!refused) taken++;
    }
    vault.close();
  }
  return {
    what: 'texts of another recording that are taken',
    value: `${taken} of ${asked}`,
    goal: { value: taken, most: 0, unit: '' },
    beside: 'the interviews have whole sentences in common',
  };
}

/**
 * Measures words on real voices. The demo's model does not know people's voices and takes what they say for words that
 * it knows. These are laid on the sound. The change of loudness where they begin is compared with the change at places
 * that are shifted at random.
 */
async function onRealVoices(folder: string, model: WhisperModel): Promise<Row> {
  const ratios: number[] = [];
  let [boundaries, beaten, shifts] = [0, 0, 0];
  for (const reader of READERS.unseen) {
    const file = join(folder, `reader-${reader}.wav`);
    const { samples } = await composeSpeech([reader]);
    writeWav(file, samples, SAMPLE_RATE);
    const vault = await open(file, folder, 'reader');
    const stretch = { from: 0, to: samples.length / SAMPLE_RATE };
    const heard = await hearWords(vault, model, stretch, { language: 'en' });
    const words = heard.words.map(({ text }, i): Word => ({ id: `w${i}`, text, start: null, end: null }));
    const placed = words.length === 0 ? [] : await lay(vault, model, words);
    vault.close();
    const levels = new SoundLevels();
    levels.push(samples);
    levels.end();
    const frames = placed.flatMap((place) => (place ? [Math.round(place.start / FRAME_SECONDS)] : []));
    if (frames.length === 0) continue;
    const random = randomNumbers(frames.length);
    const change = (moved: () => number) =>
      frames.reduce((sum, frame) => sum + changeAt(levels, Math.max(0, frame + moved())), 0) / frames.length;
    const own = change(() => 0);
    const aside = () =>
      Math.round((random() < 0.5 ? -1 : 1) * (SHIFT.least + random() * (SHIFT.most - SHIFT.least)));
    const shifted = Array.from({ length: SHIFTS }, () => change(aside));
    boundaries += frames.length;
    shifts += SHIFTS;
    beaten += shifted.filter((value) => value < own).length;
    ratios.push(own / median(shifted));
  }
  const least = Math.min(...ratios);
  return {
    what: 'real voices: loudness changes at boundaries, of chance',
    value: `${median(ratios).toFixed(2)} (${least.toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
    goal: null,
    beside:
      `${boundaries} boundaries of ${ratios.length} readers, above ${((100 * beaten) / shifts).toFixed(1)} % of random ` +
      'shifts. Proves that what is found follows the sound of people, and not that a word is where it is said: the model does ' +
      'not know their words, and nobody knows their times',
  };
}

/** Returns the change of loudness at a frame, up or down, in dB. */
function changeAt(levels: SoundLevels, frame: number): number {
  let difference = 0;
  for (let i = 0; i < SIDE_FRAMES; i++) difference += levels.db(frame + i) - levels.db(frame - 1 - i);
  return Math.abs(difference) / SIDE_FRAMES;
}
