import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';

const run = promisify(execFile);

/** Runs the real ffmpeg and returns what it writes to stdout. */
export async function ffmpeg(...args: string[]): Promise<Buffer> {
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], {
    encoding: 'buffer',
    maxBuffer: 2 ** 30,
  });
  return stdout;
}

export interface SoundRecipe {
  /** Hz */
  rate?: number;
  layout?: string;
  /** Seconds by which the sound begins after the picture. */
  late?: number;
  /** ffmpeg's codec and its options. */
  codec?: string[];
}

export interface MediaRecipe {
  seconds?: number;
  sounds?: SoundRecipe[];
  /** The picture's codec and options; without it there is sound only. */
  picture?: string[];
  /** More output options, such as `-metadata` or `-f`. */
  options?: string[];
}

const CHANNELS: Record<string, number> = {
  mono: 1,
  stereo: 2,
  quad: 4,
  '5.1': 6,
  '5.1(side)': 6,
  '7.1(wide)': 8,
};

/**
 * Makes white noise that is the same for the same seed, and different in every channel. No sample can be guessed from
 * those around it, or mistaken for one of another channel.
 */
export function noise({ rate = 48000, layout = 'mono' }: SoundRecipe, seconds: number, seed: number): string {
  const channels = Array.from({ length: channelCount(layout) }, (_, i) => i);
  const sources = channels.map((i) => `anoisesrc=r=${rate}:d=${seconds}:a=0.4:seed=${seed * 100 + i}[c${i}]`);
  const inputs = channels.map((i) => `[c${i}]`).join('');
  return `${sources.join(';')};${inputs}join=inputs=${channels.length}:channel_layout=${layout}`;
}

function channelCount(layout: string): number {
  const count = CHANNELS[layout];
  if (count === undefined) throw new Error(`how many channels has ${layout}?`);
  return count;
}

/** Makes a recording: a moving test picture, and for each track noise of its own. */
export async function makeMedia(path: string, recipe: MediaRecipe): Promise<string> {
  const { seconds = 1.5, sounds = [{}], picture, options = [] } = recipe;
  const inputs = sounds.flatMap((sound, i) => [
    ...(sound.late === undefined ? [] : ['-itsoffset', String(sound.late)]),
    ...['-f', 'lavfi', '-i', noise(sound, seconds, i + 1)],
  ]);
  const codecs = sounds.flatMap(({ codec = [] }, i) =>
    codec
      .map((text, at) => (at === 0 ? text : text.replace(/^(-\w+)$/, `$1:a:${i}`)))
      .flatMap((text, at) => (at === 0 ? [`-c:a:${i}`, text] : [text])),
  );
  await ffmpeg(
    ...(picture ? ['-f', 'lavfi', '-i', `testsrc2=s=176x144:r=25:d=${seconds}`] : []),
    ...inputs,
    ...Array.from({ length: sounds.length + (picture ? 1 : 0) }, (_, i) => ['-map', String(i)]).flat(),
    ...(picture ? ['-c:v', ...picture] : []),
    ...codecs,
    ...options,
    path,
  );
  return path;
}

/** Makes a folder for one test file, and removes it when the tests are done. Call it where tests are declared. */
export function useTemporaryFolder(): (name: string) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'withheld-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Reads interleaved 32-bit floats as numbers. */
export function floats(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Reads everything that a stream gives. */
export async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
