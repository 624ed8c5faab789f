import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findWindows, partsOf, spansOf } from '../../../../../main/transcribe/windows/findWindows';
import { pausesByLoudness } from '../../../../../main/transcribe/windows/pausesByLoudness';
import { SAMPLE_RATE, SoundLevels } from '../../../../../main/media/mixes/SoundLevels';
import { SoundMap } from '../../../../../main/transcribe/windows/SoundMap';
import { INTERVIEWS, samplesOfFile, truthOf, type TrueWord } from '../../../../support/speech';

/** Seconds of each silence that is put in, and seconds between them. */
const SILENCE = 5;
const EVERY = 20;

/** Makes white noise of a level (dB below full scale), the same each time. */
function noiseOf(db: number): () => number {
  const amplitude = 10 ** (db / 20) * Math.sqrt(3);
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (amplitude * seed) / 2 ** 31;
  };
}

/** Puts silences between the words of an interview, in noise. */
function spreadOut(
  samples: Float32Array,
  words: readonly TrueWord[],
  { gain, noise }: { gain: number; noise: number },
) {
  const breaks: number[] = [];
  for (const [i, { start }] of words.entries()) {
    const before = words[i - 1]?.end ?? 0;
    if (start - before > 0.3 && start - (breaks.at(-1) ?? 0) > EVERY) breaks.push((start + before) / 2);
  }
  const shift = (time: number) => SILENCE * breaks.filter((at) => at <= time).length;
  const [next, factor] = [noiseOf(noise), 10 ** (gain / 20)];
  const sound = new Float32Array(samples.length + shift(Infinity) * SAMPLE_RATE).map(next);
  for (const [i, sample] of samples.entries()) {
    const at = i + shift(i / SAMPLE_RATE) * SAMPLE_RATE;
    sound[at] = (sound[at] ?? 0) + factor * sample;
  }
  const said = words.map(({ text, start, end }) => ({
    text,
    start: start + shift(start),
    end: end + shift(start),
  }));
  return { sound, said, added: shift(Infinity) };
}

describe.each([
  ['short-40s', 'short-40s.flac'],
  ['trial-5min', 'trial-5min.opus'],
])('the windows of %s', (name, recording) => {
  let samples: Float32Array;
  beforeAll(async () => {
    samples = await samplesOfFile(join(INTERVIEWS, recording));
  });

  it.each([
    ['as it is', { gain: 0, noise: -80 }],
    ['with noise at -50 dBFS', { gain: 0, noise: -50 }],
    ['with noise at -40 dBFS', { gain: 0, noise: -40 }],
    ['with noise at -30 dBFS', { gain: 0, noise: -30 }],
    ['recorded 30 dB too low', { gain: -30, noise: -100 }],
  ])('hold every word %s, and little of the silence', (_, conditions) => {
    const { sound, said, added } = spreadOut(samples, truthOf(name), conditions);
    const levels = new SoundLevels();
    levels.push(sound);
    levels.end();
    const map = new SoundMap(levels);
    const pauses = pausesByLoudness(map);
    const parts = partsOf(findWindows({ levels }, pauses), spansOf(pauses.skipped)).flat();
    const missing = said.filter(
      ({ start, end }) => !parts.some(({ from, to }) => from <= start + 0.02 && to >= end - 0.02),
    );
    expect(missing).toEqual([]);
    const sent = parts.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(sound.length / SAMPLE_RATE - sent).toBeGreaterThan(0.8 * added);
    const silent = said.filter(({ start, end }) => map.share(start, end) < 0.1);
    expect(silent.length).toBeLessThanOrEqual(said.length / 200);
  });
});
