import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PEAKS_PER_SECOND, SoundPeaks } from '../../../../main/playback/SoundPeaks';

const RATE = 200;
const PER_STRETCH = RATE / PEAKS_PER_SECOND;

/** Returns the peaks of interleaved samples that come in pieces of these lengths, in bytes. */
function peaksOf(samples: Float32Array, channels: number, pieces: readonly number[] = []): number[] {
  const peaks = new SoundPeaks(samples.length / channels / RATE, RATE, channels);
  const bytes = Buffer.from(samples.buffer);
  let at = 0;
  for (const length of [...pieces, bytes.length]) {
    peaks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...peaks.bytes];
}

describe('the peaks of a sound', () => {
  test('are from silence to full scale, and no further', () => {
    const levels = [0, 1e-6, 0.5, -0.5, 1, -1, 3];
    const samples = new Float32Array(levels.length * PER_STRETCH);
    levels.forEach((level, i) => (samples[i * PER_STRETCH + (i % PER_STRETCH)] = level));
    expect(peaksOf(samples, 1)).toEqual([0, 1, 128, 128, 255, 255, 255]);
  });

  test('are those of the loudest channel', () => {
    const samples = new Float32Array(2 * 2 * PER_STRETCH);
    samples[1] = 1;
    samples[2 * PER_STRETCH] = -0.25;
    expect(peaksOf(samples, 2)).toEqual([255, 64]);
  });

  test('do not depend on the pieces the sound comes in', () => {
    const sound = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 400 });
    fc.assert(
      fc.property(sound, fc.array(fc.nat(70)), fc.constantFrom(1, 2), (values, pieces, channels) => {
        const samples = Float32Array.from(values.slice(0, values.length - (values.length % channels)));
        const stretches = Math.ceil(samples.length / channels / PER_STRETCH);
        const expected = Array.from({ length: stretches }, (_, i) => {
          const part = samples.subarray(i * PER_STRETCH * channels, (i + 1) * PER_STRETCH * channels);
          return Math.min(255, Math.ceil(part.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0) * 255));
        });
        expect(peaksOf(samples, channels, pieces)).toEqual(expected);
      }),
    );
  });
});
