import { describe, expect, test } from 'vitest';
import { fft, inverseFft } from '../../../../../main/media/fft';
import { traceOfSource } from '../../../../../main/verify/sound/traceOfSource';

const RATE = 16_000;

/** Makes evenly spread noise from a seed, from −1 to 1. */
function noise(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 0x8000_0000;
  });
}

/** Makes noise with a voice's slope and pulse, so that neighbouring samples are alike. */
function voice(length: number, seed: number): Float32Array {
  let smooth = 0;
  return noise(length, seed).map((x, i) => {
    smooth += 0.2 * ((i % 130 === 0 ? 8 : 0) + x - smooth);
    return smooth * 0.3;
  });
}

const add = (a: Float32Array, b: Float32Array, gain: number) => a.map((x, i) => x + gain * (b[i] ?? 0));

describe('the Fourier transform', () => {
  test('and back gives the signal', () => {
    const re = Float64Array.from(noise(1024, 3));
    const im = Float64Array.from(noise(1024, 4));
    const [a, b] = [re.slice(), im.slice()];
    fft(a, b);
    inverseFft(a, b);
    for (let i = 0; i < 1024; i++) {
      expect(a[i]).toBeCloseTo(re[i] ?? NaN, 12);
      expect(b[i]).toBeCloseTo(im[i] ?? NaN, 12);
    }
  });

  test('shows a tone in its bin', () => {
    const re = Float64Array.from({ length: 256 }, (_, i) => Math.cos((2 * Math.PI * 10 * i) / 256));
    const im = new Float64Array(256);
    fft(re, im);
    expect(re[10]).toBeCloseTo(128, 9);
    expect(re[246]).toBeCloseTo(128, 9);
    expect(re[11]).toBeCloseTo(0, 9);
  });
});

describe('a trace of the source', () => {
  const mask = (length: number) => noise(length, 999);

  test.each([400, 4000, 40_000])('is not seen in %i samples of other noise', (length) => {
    for (let seed = 1; seed <= 20; seed++) {
      const other = noise(length, seed).map((x) => x * 0.01);
      expect(traceOfSource(other, [voice(length, seed + 100)], mask(length), RATE)).toBeLessThan(6);
    }
  });

  test('is seen well below noise, forwards, backwards, upside down and late', () => {
    const length = 16_000;
    const x = voice(length, 7);
    const other = noise(length, 8).map((value) => value * 0.06);
    const late = new Float32Array(length);
    late.set(x.subarray(0, length - 3000), 3000);
    const power = (samples: Float32Array) => samples.reduce((sum, value) => sum + value ** 2, 0);
    expect(10 * Math.log10((power(x) * 0.1 ** 2) / power(other))).toBeLessThan(-10);
    for (const trace of [x, x.toReversed(), x.map((value) => -value), late]) {
      expect(traceOfSource(add(other, trace, 0.1), [x], mask(length), RATE)).toBeGreaterThan(12);
    }
  });

  test('is not seen in the error of a codec, which goes with the mask', () => {
    const m = mask(16_000);
    // By chance, this source contains something of the mask, as a short one may.
    const x = add(voice(16_000, 7), m, 0.3);
    const error = m.map((value, i) => 0.2 * value - 0.1 * (m[i - 1] ?? 0));
    expect(traceOfSource(error, [x], m, RATE)).toBeLessThan(6);
    expect(traceOfSource(add(error, x, 0.3), [x], m, RATE)).toBeGreaterThan(12);
  });

  test('is seen at three times the rate too', () => {
    const x = voice(48_000, 9);
    expect(traceOfSource(add(noise(48_000, 10), x, 1), [x], mask(48_000), 48_000)).toBeGreaterThan(12);
  });

  test.each([1, 2, 3])('of %i sources it is the one that is heard best', (count) => {
    const sources = Array.from({ length: count }, (_, i) => voice(16_000, 40 + i));
    const m = mask(16_000);
    const residual = noise(16_000, 8).map((value) => value * 0.06);
    for (const source of sources) {
      const leaking = add(residual, source, 0.3);
      const alone = sources.map((one) => traceOfSource(leaking, [one], m, RATE));
      expect(traceOfSource(leaking, sources, m, RATE)).toBeCloseTo(Math.max(...alone), 6);
      expect(Math.max(...alone)).toBeGreaterThan(12);
    }
  });

  test('is not seen where nothing is left, or nothing was there', () => {
    const x = voice(8000, 11);
    expect(traceOfSource(new Float32Array(8000), [x], mask(8000), RATE)).toBe(0);
    expect(traceOfSource(x, [new Float32Array(8000)], mask(8000), RATE)).toBe(0);
    expect(
      traceOfSource(
        x.map((value) => value * 1e-6),
        [x],
        mask(8000),
        RATE,
      ),
    ).toBeLessThan(6);
  });
});
