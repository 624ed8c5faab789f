import { describe, expect, test } from 'vitest';
import { SpanSignal } from '../../../../shared/mask/SpanSignal';
import type { Blur } from '../../../../shared/model/formats';

/**
 * The exporter and verification make the mask with the same code. These tests compute it once more from its definition:
 * sines from their angles, and noise from a hash in whole numbers and from the sum that a filter stands for.
 */

/** −30 dBFS. */
const LEVEL = 0.0316227766;
const RAMP_SECONDS = 0.005;

/** Returns the weight of a sample that is `k` samples from the nearer edge: a raised cosine over the ramp. */
function ramp(k: number, rate: number): number {
  const length = Math.round(RAMP_SECONDS * rate);
  return k >= length ? 1 : Math.sin((Math.PI / 2) * ((k + 1) / (length + 1))) ** 2;
}

const tone = (n: number, rate: number) =>
  LEVEL * Math.SQRT2 * Math.sin(2 * Math.PI * ((1000 * n) % rate) * (1 / rate));

const WORD = 2n ** 32n;

/** Returns MurmurHash3's finaliser of a sample's place, from −1 to 1. */
function even(place: number): number {
  const n = BigInt(place);
  const [low, high] = [((n % WORD) + WORD) % WORD, n < 0n ? -1n : n / WORD];
  let h = (((((high + 1n) * 0x9e3779b1n) % WORD) + WORD) % WORD) ^ low;
  h = ((h ^ (h >> 16n)) * 0x85ebca6bn) % WORD;
  h = ((h ^ (h >> 13n)) * 0xc2b2ae35n) % WORD;
  h ^= h >> 16n;
  return Number(h >= WORD / 2n ? h - WORD : h) / 2 ** 31;
}

const convolved = (a: readonly number[], b: readonly number[]) =>
  a.map((_, n) => a.slice(0, n + 1).reduce((sum, value, k) => sum + value * (b[n - k] ?? 0), 0));

/**
 * Returns what the filter makes of one sample of 1: a high-pass and two low-passes of one pole, each a geometric
 * series.
 */
function impulse(length: number, rate: number): number[] {
  const part = (hertz: number) => 1 - Math.exp((-2 * Math.PI * hertz) / rate);
  const series = (p: number) => Array.from({ length }, (_, k) => p * (1 - p) ** k);
  const high = series(part(90)).map((value, k) => (k === 0 ? 1 : 0) - value);
  return convolved(convolved(high, series(part(500))), series(part(2500)));
}

function noise(first: number, length: number, rate: number): number[] {
  const settling = Math.ceil(0.03 * rate);
  const response = impulse(settling + length, rate);
  const gain = LEVEL / Math.sqrt(response.slice(0, settling).reduce((sum, value) => sum + value ** 2, 0) / 3);
  const white = Array.from({ length: settling + length }, (_, i) => even(first - settling + i));
  return convolved(white, response)
    .slice(settling)
    .map((value) => gain * value);
}

function made(blur: Blur, rate: number, first: number, end: number, pieces = 1): Float32Array {
  const signal = new SpanSignal(blur, rate, { first, end });
  const all = new Float32Array(end - first);
  const size = Math.ceil(all.length / pieces);
  for (let at = 0; at < all.length; at += size) signal.fill(all.subarray(at, at + size));
  return all;
}

function expectSame(is: Float32Array, should: readonly number[]): void {
  expect(is).toHaveLength(should.length);
  const most = should.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (is[i] ?? NaN))), 0);
  expect(most).toBeLessThan(1e-6);
}

const FIRSTS = [0, 1, 7999, 123_457, 2 ** 31 - 40, 2 ** 32 + 12_345];

describe.each([8000, 44_100])('at %i Hz', (rate) => {
  test.each(FIRSTS)('noise from sample %i on is the filtered hash', (first) => {
    const length = 300;
    const should = noise(first, length, rate).map(
      (value, k) => value * ramp(Math.min(k, length - 1 - k), rate),
    );
    expectSame(made('noise', rate, first, first + length), should);
  });

  test.each(FIRSTS)('a tone from sample %i on is the sine of the timeline', (first) => {
    const length = 700;
    const should = Array.from(
      { length },
      (_, k) => tone(first + k, rate) * ramp(Math.min(k, length - 1 - k), rate),
    );
    expectSame(made('tone', rate, first, first + length), should);
  });

  test('silence is nothing', () => {
    expect(made('silence', rate, 77, 999).every((value) => value === 0)).toBe(true);
  });

  test.each(['noise', 'tone'] as const)('%s is the same in however many pieces it is made', (blur) => {
    expect(made(blur, rate, 500, 3000, 7)).toEqual(made(blur, rate, 500, 3000));
  });
});
