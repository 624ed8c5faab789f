import { describe, expect, it } from 'vitest';
import type { Mix } from '../../../../../main/media/mixes/Mix';
import { mixSamples } from '../../../../../main/media/mixes/mixSamples';
import { mixesOf, mixesOfWindow } from '../../../../../main/media/mixes/mixesOf';
import { panOf } from '../../../../../main/media/mixes/panOf';
import { ffmpeg } from '../../../../support/makeMedia';

const RATE = 16_000;
const SECONDS = 4;

/** Makes white noise at a level, the same for the same seed. */
function voice(seed: number, level = 0.1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: RATE * SECONDS }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return level * (state / 1073741824 - 1);
  });
}

const silence = () => new Float32Array(RATE * SECONDS);
const times = (samples: Float32Array, gain: number) => samples.map((sample) => sample * gain);
const plus = (a: Float32Array, b: Float32Array) => a.map((sample, i) => sample + (b[i] ?? 0));
/** Keeps only a quarter of a second of a sound. */
const oneWord = (samples: Float32Array) => samples.map((s, i) => (i >= RATE && i < RATE * 1.25 ? s : 0));

function interleave(...channels: Float32Array[]): Float32Array {
  return Float32Array.from(
    { length: RATE * SECONDS * channels.length },
    (_, i) => channels[i % channels.length]?.[Math.floor(i / channels.length)] ?? 0,
  );
}

/** Names a mix: `channel 2`, `sum`, `channel 1 less channel 3`. */
const nameOf = ({ kind, channels }: Mix): string =>
  kind === 'sum' ? kind : channels.map((channel) => `channel ${channel}`).join(' less ');

const names = (...channels: Float32Array[]) =>
  mixesOfWindow(interleave(...channels), channels.length, RATE).map(nameOf);

describe('the mixes worth hearing', () => {
  const [a, b, c] = [voice(1), voice(2), voice(3)];

  it('are one where channels say the same', () => {
    expect(names(a)).toEqual(['channel 1']);
    expect(names(a, a)).toEqual(['sum']);
    expect(names(a, times(a, 0.4))).toEqual(['sum']);
    expect(names(a, silence())).toEqual(['sum']);
    expect(names(silence(), silence())).toEqual(['channel 1']);
    expect(names(a, a, a, a, a, a)).toEqual(['sum']);
  });

  it('are a single channel where the sum is silent', () => {
    expect(names(a, times(a, -1))).toEqual(['channel 1']);
    expect(names(a, times(a, -1), a, times(a, -1))).toEqual(['channel 1']);
  });

  it('are each channel and the sum of two microphones', () => {
    expect(names(a, b)).toEqual(['sum', 'channel 1', 'channel 2']);
  });

  it('are the difference too where it uncovers what is faint under what is common', () => {
    expect(names(plus(a, times(b, 0.01)), a)).toEqual([
      'sum',
      'channel 1',
      'channel 2',
      'channel 1 less channel 2',
    ]);
    expect(names(plus(a, times(b, 0.01)), a, c)).toContain('channel 1 less channel 2');
  });

  it('are the sum too where it uncovers what is faint under what is inverted', () => {
    expect(names(plus(a, times(b, 0.01)), times(a, -1))).toContain('sum');
  });

  it('hold for one word in one channel of otherwise equal ones, and of otherwise inverted ones', () => {
    expect(names(a, plus(a, oneWord(times(b, 0.05)))).length).toBeGreaterThan(2);
    expect(names(a, plus(times(a, -1), oneWord(times(b, 0.05)))).length).toBeGreaterThan(2);
  });

  it('are the same for a stream, cut anywhere, as for a window', async () => {
    const samples = interleave(plus(a, times(b, 0.01)), a);
    const bytes = Buffer.from(samples.buffer);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1001) }, (_, i) =>
      bytes.subarray(i * 1001, i * 1001 + 1001),
    );
    const stream = (async function* () {
      await Promise.resolve();
      yield* chunks;
    })();
    expect(await mixesOf({ stream, channels: 2, sampleRate: RATE })).toEqual(mixesOfWindow(samples, 2, RATE));
  });

  it('are made by ffmpeg as they are made here', async () => {
    const samples = await ffmpeg(
      ...[
        '-f',
        'lavfi',
        '-i',
        'anoisesrc=r=16000:d=0.1:seed=1[a];anoisesrc=r=16000:d=0.1:seed=2[b];[a][b]amerge=2',
      ],
      ...['-f', 'f32le', '-c:a', 'pcm_f32le', '-'],
    );
    const interleaved = new Float32Array(new Uint8Array(samples).buffer);
    for (const mix of mixesOfWindow(interleaved, 2, RATE)) {
      const made = await ffmpeg(
        ...[
          '-f',
          'lavfi',
          '-i',
          'anoisesrc=r=16000:d=0.1:seed=1[a];anoisesrc=r=16000:d=0.1:seed=2[b];[a][b]amerge=2',
        ],
        ...['-af', panOf(mix), '-f', 'f32le', '-c:a', 'pcm_f32le', '-'],
      );
      const theirs = new Float32Array(new Uint8Array(made).buffer);
      const ours = mixSamples(interleaved, mix);
      expect(theirs.length).toBe(ours.length);
      expect(Math.max(...ours.map((sample, i) => Math.abs(sample - (theirs[i] ?? 9))))).toBeLessThan(1e-6);
    }
  });
});
