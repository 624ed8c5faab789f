import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskRanges, type SampleRange } from '../../../../../shared/mask/maskRanges';
import { PcmMask } from '../../../../../main/export/sound/mask/PcmMask';
import { SpanSignal } from '../../../../../shared/mask/SpanSignal';
import { runEncoder } from '../../../../../main/export/runEncoder';
import { mp4Muxer, pcmInput, soundCodec } from '../../../../../main/export/sound/soundCodec';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { decodeSound } from '../../../../../main/media/decodeSound';
import type { Vault } from '../../../../../main/vault/Vault';
import type { AudioFormat, Blur } from '../../../../../shared/model/formats';
import { decoded, likeness, makeProject, mediaOf } from '../../../../support/exportWorld';
import { ffmpeg, floats, readAll, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS } from '../../../../support/speech';

const at = useTemporaryFolder();
const RATE = 48_000;
const SHAPE = { rate: RATE, channels: 2, layout: 'stereo' };
/** Three names of the interview, with their pads. The faults are in the second. */
const SPANS = [
  { from: 2.25, to: 3.16 },
  { from: 7.4, to: 8.63 },
  { from: 12.97, to: 14.28 },
];
const RANGES = maskRanges(SPANS, RATE);
const [, TARGET = { first: 0, end: 0 }] = RANGES;

let vault: Vault;
/** The recorded sound, interleaved. */
let source: Float32Array;
beforeAll(async () => {
  const path = at('speech.flac');
  await ffmpeg('-i', `${INTERVIEWS}/short-40s.flac`, '-t', '15', '-af', 'pan=stereo|c0=c0|c1=0.6*c0', path);
  vault = await makeProject(at('speech.withheld'), path);
  source = floats(await readAll(decodeSound(vault).stream));
});
afterAll(() => {
  vault.close();
});

/**
 * Returns a sample of the second span after a fault. `i` counts from its start; `x` and `mask` are the sounds there.
 */
type Fault = (place: {
  i: number;
  length: number;
  mask: number;
  x: (i: number) => number;
  channel: number;
}) => number;

const quiet = 10 ** (-30 / 20);
const shift = Math.round(0.08 * RATE);
const FAULTS: Record<string, Fault> = {
  'a span that is missing': ({ i, x }) => x(i),
  'a span that begins 80 ms late': ({ i, mask, x }) => (i < shift ? x(i) : mask),
  'a span that ends 80 ms early': ({ i, length, mask, x }) => (i >= length - shift ? x(i) : mask),
  'a span in one channel only': ({ i, mask, x, channel }) => (channel === 1 ? x(i) : mask),
  'the recording at −30 dB instead of the mask': ({ i, x }) => quiet * x(i),
  'the recording at −30 dB under the mask': ({ i, mask, x }) => mask + quiet * x(i),
  'the mask over the recording': ({ i, mask, x }) => mask + x(i),
  'the recording upside down': ({ i, x }) => -x(i),
  'the recording reversed': ({ i, length, x }) => x(length - 1 - i),
  'the recording reversed, at −30 dB under the mask': ({ i, length, mask, x }) =>
    mask + quiet * x(length - 1 - i),
  'the recording 200 ms late, at −30 dB under the mask': ({ i, mask, x }) =>
    mask + quiet * x(i - Math.round(0.2 * RATE)),
  'the recording at a higher pitch': ({ i, length, x }) => pitched(i, length, x),
  'the recording without its higher half': ({ i, x }) => {
    let sum = 0;
    for (let k = -24; k < 24; k++) sum += x(i + k);
    return sum / 48;
  },
};

/** Plays a quarter faster, and starts again at the end. */
const pitched = (i: number, length: number, x: (i: number) => number): number =>
  x(Math.floor((1.25 * i) % length));

function masked(blur: Blur, fault?: Fault): Float32Array {
  const mask = new PcmMask({ ...SHAPE, spans: SPANS, blur });
  const samples = floats(mask.push(Buffer.from(source.slice().buffer)));
  if (!fault) return samples;
  const length = TARGET.end - TARGET.first;
  for (let i = 0; i < length; i++) {
    for (const channel of [0, 1]) {
      const place = (k: number) => (TARGET.first + k) * 2 + channel;
      const x = (k: number) => source[place(k)] ?? 0;
      samples[place(i)] = fault({ i, length, mask: samples[place(i)] ?? 0, x, channel });
    }
  }
  return samples;
}

async function encode(samples: Float32Array, format: AudioFormat, path: string): Promise<void> {
  const codec = soundCodec(format, SHAPE, mediaOf(vault).sound);
  const muxer = format === 'm4a' ? mp4Muxer('ipod', RATE) : ['-f', format];
  const stream = Readable.from([Buffer.from(samples.buffer)]);
  await runEncoder([...pcmInput(SHAPE, 0), ...codec.args], muxer, path, [{ fd: 0, stages: [stream] }]);
}

const question = (path: string, format: AudioFormat, blur: Blur) =>
  checkSound(vault, { file: new ExportedFile(path, 'recording'), format, blur, spans: SPANS });

/**
 * Measures how much of the recording an eavesdropper who knows the mask gets out of the second span. It is the greatest
 * likeness of any 80 ms, with or without the mask, forwards, backwards, or as late as a fault makes it.
 */
function gained(heard: Float32Array, blur: Blur): number {
  const mask = new Float32Array(TARGET.end - TARGET.first);
  new SpanSignal(blur, RATE, TARGET).fill(mask);
  const one = (samples: Float32Array, channel: number, { first, end }: SampleRange) =>
    Float32Array.from({ length: end - first }, (_, i) => samples[(first + i) * 2 + channel] ?? 0);
  const late = Math.round(0.2 * RATE);
  let most = 0;
  for (const channel of [0, 1]) {
    const x = one(source, channel, TARGET);
    const references = [
      x,
      x.toReversed(),
      one(source, channel, { first: TARGET.first - late, end: TARGET.end - late }),
      x.map((_, i) => pitched(i, x.length, (k) => x[k] ?? 0)),
    ];
    const y = one(heard, channel, TARGET);
    for (const candidate of [y, y.map((value, i) => value - (mask[i] ?? 0))]) {
      for (const reference of references) {
        most = Math.max(most, Math.abs(likeness(candidate, reference)));
        for (const from of [0, candidate.length - shift]) {
          const [a, b] = [candidate.subarray(from, from + shift), reference.subarray(from, from + shift)];
          if (b.some((value) => Math.abs(value) > 0.01)) most = Math.max(most, Math.abs(likeness(a, b)));
        }
      }
    }
  }
  return most;
}

/**
 * One fault of each kind. These are tried everywhere, and all others only where their traces are strongest and weakest.
 */
const OF_EACH_KIND = [
  'a span that is missing',
  'a span that ends 80 ms early',
  'the recording at −30 dB instead of the mask',
  'the recording at −30 dB under the mask',
];
const CASES: [AudioFormat, Blur, string[]][] = [
  ['wav', 'noise', Object.keys(FAULTS)],
  ['m4a', 'noise', Object.keys(FAULTS)],
  ['opus', 'noise', Object.keys(FAULTS)],
  ['mp3', 'noise', OF_EACH_KIND],
  ['m4a', 'tone', [...OF_EACH_KIND, 'the mask over the recording']],
  ['opus', 'silence', OF_EACH_KIND],
];

describe.each(CASES)('in %s with %s', (format, blur, faults) => {
  test('an honest export passes, and nothing is gained from it', async () => {
    const path = at(`honest-${blur}.${format}`);
    await encode(masked(blur), format, path);
    expect((await question(path, format, blur)).filter(({ ok }) => !ok)).toEqual([]);
    expect(gained(await decoded(path, RATE), blur)).toBeLessThan(0.25);
  });

  test.each(faults)('%s is caught, and would have leaked', async (name) => {
    const path = at(`fault-${blur}.${format}`);
    await encode(masked(blur, FAULTS[name]), format, path);
    expect(gained(await decoded(path, RATE), blur), name).toBeGreaterThan(0.3);
    const failed = (await question(path, format, blur)).filter(({ ok }) => !ok);
    expect(failed.map((check) => check.name)).toContain(
      format === 'wav' || !name.includes('under the mask')
        ? 'masked as planned'
        : 'no trace of the recording',
    );
  });
});
