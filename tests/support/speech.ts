import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { concatenate } from '../../main/media/concatenate';
import { runTool } from '../../main/system/runTool';
import { isTimed, type Word } from '../../shared/model/word';
import { appRoot } from '../../main/system/appRoot';
import { framesOf } from '../../main/media/mixes/framesOf';

export const INTERVIEWS = join(appRoot(), 'tests', 'fixtures', 'interviews');
/** Two people on the telephone for two minutes, with a picture. Its words and truth are those of `phone-call-2min`. */
export const CALL_VIDEO = join(appRoot(), 'resources', 'demo', 'interview.mp4');
export const DEMO_MODEL = join(appRoot(), 'resources', 'demo', 'ggml-demo.en.bin');

const truthSchema = z.object({
  words: z.array(
    z.object({
      text: z.string(),
      start: z.number(),
      end: z.number(),
      sentence: z.number(),
      entity: z.object({ id: z.string() }).nullable(),
    }),
  ),
});
export type TrueWord = z.infer<typeof truthSchema>['words'][number];

/** Returns what the synthesiser said in an interview, and when. */
export const truthOf = (interview: string): TrueWord[] =>
  truthSchema.parse(JSON.parse(readFileSync(join(INTERVIEWS, `${interview}.truth.json`), 'utf8'))).words;

/** Returns the samples of a sound file, mono at 16 kHz. */
export async function samplesOfFile(file: string, seconds?: number): Promise<Float32Array> {
  const limit = seconds === undefined ? [] : ['-t', String(seconds)];
  const tool = runTool(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-map', '0:a:0', '-ac', '1', '-ar', '16000', ...limit].concat([
      '-f',
      'f32le',
      '-',
    ]),
  );
  const blocks: Float32Array[] = [];
  for await (const block of framesOf(tool.stdout, 1)) blocks.push(block);
  return concatenate(blocks);
}

/** Returns a word as it is compared: without case and punctuation. */
const bare = ({ text }: { text: string }): string => text.toLowerCase().replace(/[^\p{L}\p{N}+']/gu, '');

export interface Score {
  /** Word error rate: wrong, missing and added words, divided by the number of words said. */
  errors: number;
  /** Seconds within which 95 % of the rightly heard words begin (end) from the truth. */
  start95: number;
  end95: number;
  /** Share of the rightly heard words that reach beyond their times by more than 0.15 s, the pad of a withheld span. */
  beyondPad: number;
}

/** Compares the words heard with the words said, by the alignment with the fewest errors. */
export function score(
  said: readonly Pick<TrueWord, 'text' | 'start' | 'end'>[],
  heard: readonly Word[],
): Score {
  const words = heard.filter(isTimed);
  const { errors, pairs } = alignTexts(said.map(bare), words.map(bare));
  const differences = pairs.flatMap(([i, j]) => {
    const [truth, word] = [said[i], words[j]];
    return truth && word ? [{ start: word.start - truth.start, end: truth.end - word.end }] : [];
  });
  return {
    errors: errors / said.length,
    start95: percentile95(differences.map(({ start }) => Math.abs(start))),
    end95: percentile95(differences.map(({ end }) => Math.abs(end))),
    beyondPad:
      differences.filter(({ start, end }) => Math.max(start, end) > 0.15).length / differences.length,
  };
}

function alignTexts(
  said: readonly string[],
  heard: readonly string[],
): { errors: number; pairs: [number, number][] } {
  const width = heard.length + 1;
  const costs = new Int32Array((said.length + 1) * width);
  const cost = (i: number, j: number) => costs[i * width + j] ?? 0;
  const wrong = (i: number, j: number) => (said[i - 1] === heard[j - 1] ? 0 : 1);
  for (let i = 0; i <= said.length; i++) {
    for (let j = 0; j <= heard.length; j++) {
      if (i === 0 || j === 0) costs[i * width + j] = i + j;
      else {
        const replaced = cost(i - 1, j - 1) + wrong(i, j);
        costs[i * width + j] = Math.min(replaced, cost(i - 1, j) + 1, cost(i, j - 1) + 1);
      }
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [said.length, heard.length]; i > 0 && j > 0;) {
    if (cost(i, j) === cost(i - 1, j - 1) + wrong(i, j)) {
      if (wrong(i, j) === 0) pairs.unshift([i - 1, j - 1]);
      i--;
      j--;
    } else if (cost(i, j) === cost(i - 1, j) + 1) i--;
    else j--;
  }
  return { errors: cost(said.length, heard.length), pairs };
}

const percentile95 = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Infinity;
