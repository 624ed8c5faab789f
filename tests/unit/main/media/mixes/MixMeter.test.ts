import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MixMeter } from '../../../../../main/media/mixes/MixMeter';
import { mixSamples } from '../../../../../main/media/mixes/mixSamples';

/** Hz; a block of a quarter of a second has 50 samples. */
const RATE = 200;
const BLOCK = 50;

const wave = (seed: number, length: number) =>
  Array.from({ length }, (_, i) => Math.sin(seed * 12.9898 + i * (seed + 1) * 0.37) * 0.2);

/** Channels that are waves, sums of two, or nothing. Each is loud in some blocks only. */
const channel = fc.record({
  one: fc.nat(2),
  other: fc.nat(2),
  share: fc.constantFrom(0, 0, 0.003, 0.5),
  gain: fc.constantFrom(0, 1, 1, -1, 0.4, 0.001),
  loud: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});
const LENGTH = 4 * BLOCK - 13;

type Weights = readonly number[];

test('a mix is what its weights make of the channels, frame by frame', () => {
  const weight = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 6 }), fc.nat(20), (weights, frames) => {
      const samples = Float32Array.from({ length: frames * weights.length }, (_, i) => Math.sin(i * i));
      const mixed = mixSamples(samples, { kind: 'sum', channels: [], weights });
      expect(mixed).toHaveLength(frames);
      for (let frame = 0; frame < frames; frame++) {
        const should = weights.reduce(
          (sum, w, c) => sum + w * Math.sin((frame * weights.length + c) ** 2),
          0,
        );
        expect(mixed[frame]).toBeCloseTo(should, 5);
      }
    }),
  );
});

/** Thrown where a value is so near its limit that rounding decides. Such recordings prove nothing. */
const BORDERLINE = new Error('borderline');
function isBelow(value: number, limit: number): boolean {
  if (Math.abs(value - limit) < 0.01 * limit) throw BORDERLINE;
  return value < limit;
}

/** Finds what is worth hearing from the waves of the mixes themselves, instead of from products of channels. */
function worthHearing(channels: readonly number[][]): Weights[] {
  const count = channels.length;
  const unit = (at: number) => channels.map((_, c) => (c === at ? 1 : 0));
  if (count === 1) return [unit(0)];
  const waveOf = (weights: Weights) =>
    Array.from({ length: LENGTH }, (_, i) =>
      weights.reduce((sum, w, c) => sum + w * (channels[c]?.[i] ?? 0), 0),
    );
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const blocks = (a: readonly number[]) =>
    Array.from({ length: Math.ceil(LENGTH / BLOCK) }, (_, i) => a.slice(i * BLOCK, (i + 1) * BLOCK));
  const power = (a: readonly number[]) => dot(a, a) / a.length;
  const SILENT = 10 ** -7.5;
  const pairs = channels
    .flatMap((_, a) => channels.map((__, b) => [a, b] as const))
    .filter(([a, b]) => a < b);
  const differences = pairs
    .filter(([a, b]) => {
      const [x, y] = [blocks(channels[a] ?? []), blocks(channels[b] ?? [])];
      return x.some((one, i) => {
        const other = y[i] ?? [];
        if (isBelow(power(one), SILENT) || isBelow(power(other), SILENT)) return false;
        return !isBelow(dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other)), 0.5);
      });
    })
    .map(([a, b]) => channels.map((_, c) => (c === a ? 0.5 : c === b ? -0.5 : 0)));
  const kept: Weights[] = [];
  for (const weights of [channels.map(() => 1 / count), ...channels.map((_, c) => unit(c)), ...differences]) {
    const own = waveOf(weights);
    if (blocks(own).every((block) => isBelow(power(block), SILENT))) continue;
    const isCopy = kept.some((other) => {
      const known = waveOf(other);
      // The last block is short, and counts as much as the others.
      const alike = (x: readonly number[], y: readonly number[]) =>
        blocks(x).reduce((sum, block, i) => sum + dot(block, blocks(y)[i] ?? []) / block.length, 0);
      const gain = alike(own, known) / alike(known, known);
      const left = own.map((x, i) => x - gain * (known[i] ?? 0));
      return blocks(left).every(
        (block, i) =>
          isBelow(power(block), SILENT) || isBelow(power(block), 1e-5 * power(blocks(own)[i] ?? [])),
      );
    });
    if (!isCopy) kept.push(weights);
  }
  return kept.length > 0 ? kept : [unit(0)];
}

function unlessBorderline<T>(reckon: () => T): T | null {
  try {
    return reckon();
  } catch (error) {
    if (error === BORDERLINE) return null;
    throw error;
  }
}

test('mixes that are worth hearing are those whose waves say something that the others do not', () => {
  fc.assert(
    fc.property(fc.array(channel, { minLength: 1, maxLength: 4 }), (recipes) => {
      const channels = recipes.map(({ one, other, share, gain, loud }) =>
        wave(one, LENGTH).map((x, i) => {
          const sample = gain * (x + share * (wave(other + 5, i + 1)[i] ?? 0));
          return loud[Math.floor(i / BLOCK)] ? Math.fround(sample) : 0;
        }),
      );
      const meter = new MixMeter(channels.length, RATE);
      const interleaved = Float32Array.from(
        { length: LENGTH * channels.length },
        (_, i) => channels[i % channels.length]?.[Math.floor(i / channels.length)] ?? 0,
      );
      // The pieces end within blocks.
      const piece = 17 * channels.length;
      for (let at = 0; at < interleaved.length; at += piece) meter.push(interleaved.subarray(at, at + piece));
      const should = unlessBorderline(() => worthHearing(channels));
      fc.pre(should !== null);
      expect(meter.mixes().map(({ weights }) => weights)).toEqual(should);
    }),
    { numRuns: 150 },
  );
});
