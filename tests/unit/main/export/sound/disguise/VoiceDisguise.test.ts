import { describe, expect, test } from 'vitest';
import { VoiceDisguise } from '../../../../../../main/export/sound/disguise/VoiceDisguise';
import { samplesOfFile, INTERVIEWS } from '../../../../../support/speech';

const RATE = 16_000;

function disguised(samples: Float32Array, seed: string, chunk = samples.length): Float32Array {
  const voice = new VoiceDisguise(RATE, seed);
  const parts: Float32Array[] = [];
  for (let at = 0; at < samples.length; at += chunk) parts.push(voice.push(samples.subarray(at, at + chunk)));
  const given = parts.reduce((sum, { length }) => sum + length, 0);
  parts.push(voice.end(samples.length - given));
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** Number of samples that become one before a pitch is looked for. A voice has its pitch far below what is left. */
const DECIMATED = 2;

/** Returns the pitch (Hz) of each 40 ms, by autocorrelation; null where there is none between 70 and 400 Hz. */
function pitches(samples: Float32Array): (number | null)[] {
  const rate = RATE / DECIMATED;
  const few = Float32Array.from({ length: Math.floor(samples.length / DECIMATED) }, (_, i) =>
    samples.subarray(i * DECIMATED, (i + 1) * DECIMATED).reduce((sum, x) => sum + x, 0),
  );
  const length = 0.04 * rate;
  return Array.from({ length: Math.floor(few.length / length) - 1 }, (_, i) => {
    const x = few.subarray(i * length, (i + 2) * length);
    const power = new Float64Array(x.length + 1);
    for (const [k, value] of x.entries()) power[k + 1] = (power[k] ?? 0) + value ** 2;
    const correlation = (lag: number) => {
      let sum = 0;
      for (let k = 0; k + lag < x.length; k++) sum += (x[k] ?? 0) * (x[k + lag] ?? 0);
      const [front, back] = [power[x.length - lag] ?? 0, (power[x.length] ?? 0) - (power[lag] ?? 0)];
      return front * back <= 0 ? 0 : sum / Math.sqrt(front * back);
    };
    let [best, most] = [0, 0];
    for (let lag = Math.floor(rate / 400); lag <= rate / 70; lag++) {
      const value = correlation(lag);
      if (value > most + 0.02) [best, most] = [lag, value];
    }
    return most > 0.6 ? rate / best : null;
  });
}

/** Returns how alike two tracks of pitch rise and fall where both have one. A fixed resampling does not change this. */
function likeness(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  const both = a.flatMap((x, i) => {
    const y = b[i];
    return x && y ? [[Math.log(x), Math.log(y)] as const] : [];
  });
  expect(both.length).toBeGreaterThan(100);
  const mean = (k: 0 | 1) => both.reduce((sum, pair) => sum + pair[k], 0) / both.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of both) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Resamples by a fixed amount: everything gets another speed, and is read between the samples. */
const resampled = (samples: Float32Array, by: number): Float32Array =>
  Float32Array.from({ length: Math.floor(samples.length / by) }, (_, i) => {
    const at = Math.floor(i * by);
    const part = i * by - at;
    return (samples[at] ?? 0) * (1 - part) + (samples[at + 1] ?? 0) * part;
  });

describe('the voice disguise', () => {
  test('has none of the rise and fall of the voice, whatever it is resampled by', async () => {
    const speech = await samplesOfFile(`${INTERVIEWS}/short-40s.flac`, 30);
    const own = pitches(speech);
    // A voice that is only resampled keeps all of it, which proves that this measure finds it.
    const slower = resampled(resampled(speech, 1.19), 1 / 1.19);
    expect(likeness(own, pitches(slower))).toBeGreaterThan(0.9);
    for (const seed of ['one', 'two', 'three']) {
      const other = disguised(speech, seed);
      for (const by of [0.8, 0.9, 1, 1.1, 1.25]) {
        // Each 40 ms still belongs to the same place of the recording.
        const track = pitches(resampled(other, by));
        const aligned = own.map((_, i) => track[Math.round(i / by)] ?? null);
        expect(Math.abs(likeness(own, aligned))).toBeLessThan(0.35);
      }
    }
  });

  test('is as long and about as loud as the voice, in whatever pieces it comes', async () => {
    const speech = await samplesOfFile(`${INTERVIEWS}/short-40s.flac`, 8);
    const whole = disguised(speech, 'seed');
    expect(whole.length).toBe(speech.length);
    expect(disguised(speech, 'seed', 777)).toEqual(whole);
    const power = (x: Float32Array) => 10 * Math.log10(x.reduce((sum, v) => sum + v * v, 0) / x.length);
    expect(Math.abs(power(whole) - power(speech))).toBeLessThan(3);
    expect(whole.every((x) => Math.abs(x) < 1)).toBe(true);
    expect(disguised(speech, 'another')).not.toEqual(whole);
  });

  test('is silent where the recording is', () => {
    expect(disguised(new Float32Array(RATE), 'seed').every((x) => x === 0)).toBe(true);
  });
});
