import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { concatenate } from '../../main/media/concatenate';
import { framesOf } from '../../main/media/mixes/framesOf';
import { runTool } from '../../main/system/runTool';
import { INTERVIEWS, samplesOfFile } from './speech';

const truthSchema = z.object({
  words: z.array(z.object({ text: z.string(), start: z.number(), end: z.number(), speaker: z.string() })),
});

export type SpokenWord = z.infer<typeof truthSchema>['words'][number];

/** Hz */
export const RATE = 16_000;

/**
 * Makes a synthetic interview whose speakers have plainly different voices: the second and the third are heard from a
 * shorter throat, and higher.
 * @returns its words with who says them, and what each speaker says in a signal of its own, mono at 16 kHz.
 */
export async function makeConversation(interview: string) {
  const { words } = truthSchema.parse(
    JSON.parse(readFileSync(join(INTERVIEWS, `${interview}.truth.json`), 'utf8')),
  );
  const file = join(INTERVIEWS, interview === 'short-40s' ? 'short-40s.flac' : `${interview}.opus`);
  const speakers = [...new Set(words.map(({ speaker }) => speaker))];
  const own: Float32Array[] = [];
  for (const [i, speaker] of speakers.entries()) {
    const sound = i === 0 ? await samplesOfFile(file) : await higher(file, 1 + 0.28 * i);
    own.push(sound.map((sample, at) => (speakerAt(words, at / RATE) === speaker ? sample : 0)));
  }
  return { words, speakers, own };
}

/** Finds who says the word at a time, or the last one before it. */
function speakerAt(words: readonly SpokenWord[], seconds: number): string | undefined {
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((words[middle]?.start ?? 0) - 0.1 <= seconds) low = middle;
    else high = middle - 1;
  }
  return words[low]?.speaker;
}

/** Plays a file higher at the same speed, as a record that is played too fast would sound at its old speed. */
async function higher(file: string, by: number): Promise<Float32Array> {
  const filter = `aresample=16000,asetrate=${Math.round(16_000 * by)},aresample=16000,atempo=${1 / by}`;
  const tool = runTool('ffmpeg', [
    ...['-v', 'error', '-i', file, '-map', '0:a:0', '-ac', '1', '-af', filter, '-f', 'f32le', 'pipe:1'],
  ]);
  const blocks: Float32Array[] = [];
  for await (const block of framesOf(tool.stdout, 1)) blocks.push(block);
  return concatenate(blocks);
}

/** Adds all signals into one. */
export function together(own: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(Math.max(...own.map(({ length }) => length)));
  for (const signal of own) for (let i = 0; i < signal.length; i++) sum[i] = (sum[i] ?? 0) + (signal[i] ?? 0);
  return sum;
}

/** Returns channels with each signal in its own, and the others softer there by so many dB. */
export function microphones(own: readonly Float32Array[], crosstalk: number): Float32Array[] {
  const softer = 10 ** (crosstalk / 20);
  return own.map((_, channel) =>
    together(own.map((signal, i) => (i === channel ? signal : signal.map((sample) => softer * sample)))),
  );
}

/** Interleaves channels as they lie in a file. */
export function interleaved(channels: readonly Float32Array[]): Float32Array {
  const length = channels[0]?.length ?? 0;
  const all = new Float32Array(length * channels.length);
  for (const [c, channel] of channels.entries())
    for (let i = 0; i < length; i++) all[i * channels.length + c] = channel[i] ?? 0;
  return all;
}
