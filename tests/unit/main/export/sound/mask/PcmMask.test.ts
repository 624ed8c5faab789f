import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLURS, type Blur } from '../../../../../../shared/model/formats';
import type { Span } from '../../../../../../shared/model/entity';
import { maskRanges } from '../../../../../../shared/mask/maskRanges';
import { PcmMask } from '../../../../../../main/export/sound/mask/PcmMask';
import { SpanSignal } from '../../../../../../shared/mask/SpanSignal';

/** Most seconds that a fade reaches. Nothing farther from a span may change. */
const REACH = 0.01;

interface Case {
  rate: number;
  channels: number;
  blur: Blur;
  frames: number;
  spans: Span[];
  seed: number;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    rate: fc.constantFrom(8000, 11025, 44100, 48000, 96000),
    channels: fc.constantFrom(1, 2, 6),
    blur: fc.constantFrom(...BLURS),
    length: fc.double({ min: 0.001, max: 0.4, noNaN: true }),
    spans: fc.array(
      fc
        .tuple(
          fc.double({ min: 0, max: 0.5, noNaN: true }),
          fc.double({ min: 0.00001, max: 0.1, noNaN: true }),
        )
        .map(([from, length]) => ({ from, to: from + length })),
      { maxLength: 5 },
    ),
    seed: fc.integer(),
  })
  .map(({ length, ...rest }) => ({ ...rest, frames: Math.ceil(length * rest.rate) }));

/** Makes full-scale noise from a seed. */
function recording({ frames, channels, seed }: Case): Float32Array {
  let state = seed | 1;
  return Float32Array.from({ length: frames * channels }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 0x8000_0000;
  });
}

function maskAll(options: Case, samples: Float32Array, cuts: readonly number[] = []): Float32Array {
  const mask = new PcmMask(options);
  const bytes = Buffer.from(samples.slice().buffer);
  const edges = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  const out = Buffer.concat(edges.slice(1).map((to, i) => mask.push(bytes.subarray(edges[i], to))));
  const copy = new Uint8Array(out);
  return new Float32Array(copy.buffer);
}

const sameBits = (a: Float32Array, b: Float32Array): boolean =>
  Buffer.from(a.buffer).equals(Buffer.from(b.buffer));

const insideOf = ({ spans, rate }: Case) => {
  const ranges = maskRanges(spans, rate);
  return (frame: number) => ranges.some(({ first, end }) => frame >= first && frame < end);
};

test('no sample inside a span has any influence on the output', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(NaN, Infinity, 1, -0.25), (options, poison) => {
      const inside = insideOf(options);
      const one = recording(options);
      const other = one.map((x, i) => (inside(Math.floor(i / options.channels)) ? poison : x));
      expect(sameBits(maskAll(options, other), maskAll(options, one))).toBe(true);
    }),
  );
});

test('the output does not depend on how the input is cut into chunks', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.nat(), { maxLength: 30 }), (options, cuts) => {
      const samples = recording(options);
      expect(sameBits(maskAll(options, samples, cuts), maskAll(options, samples))).toBe(true);
    }),
  );
});

test('away from spans every sample is bit-identical, towards them it only gets quieter', () => {
  fc.assert(
    fc.property(cases, (options) => {
      const samples = recording(options);
      const masked = maskAll(options, samples);
      expect(masked.length).toBe(samples.length);
      const ranges = maskRanges(options.spans, options.rate);
      const reach = Math.ceil(REACH * options.rate);
      const inside = insideOf(options);
      for (const [i, x] of samples.entries()) {
        const frame = Math.floor(i / options.channels);
        if (inside(frame)) continue;
        const near = ranges.some(({ first, end }) => frame >= first - reach && frame < end + reach);
        const y = masked[i] ?? NaN;
        if (near ? Math.abs(y) > Math.abs(x) : !Object.is(y, x)) {
          throw new Error(`sample ${i} went from ${x} to ${y}`);
        }
      }
    }),
  );
});

test('inside a span every channel is the generated signal', () => {
  fc.assert(
    fc.property(cases, (options) => {
      const masked = maskAll(options, recording(options));
      for (const range of maskRanges(options.spans, options.rate)) {
        const expected = new Float32Array(range.end - range.first);
        new SpanSignal(options.blur, options.rate, range).fill(expected);
        for (let f = range.first; f < Math.min(range.end, options.frames); f++) {
          for (let c = 0; c < options.channels; c++) {
            if (masked[f * options.channels + c] !== expected[f - range.first]) {
              throw new Error(`frame ${f} is not the generated one`);
            }
          }
        }
      }
    }),
  );
});

test('a time mark is taken to the sample', () => {
  expect(maskRanges([{ from: 1.5, to: 2.25 }], 48000)).toEqual([{ first: 72000, end: 108000 }]);
  const options: Case = {
    rate: 48000,
    channels: 1,
    blur: 'silence',
    frames: 4800,
    spans: [{ from: 0.04, to: 0.06 }],
    seed: 1,
  };
  const masked = maskAll(options, new Float32Array(4800).fill(1));
  expect(masked.slice(1920, 2880).every((x) => x === 0)).toBe(true);
  expect(masked[1919]).toBeGreaterThan(0);
  expect(masked[2880]).toBeGreaterThan(0);
});

test('every kind keeps its level at every rate, in every span', () => {
  for (const rate of [8000, 22050, 44100, 48000, 96000]) {
    for (const blur of ['noise', 'tone'] as const) {
      for (const from of [0, 3.21, 7200, 90_000]) {
        const range = { first: Math.round(from * rate), end: Math.round((from + 2) * rate) };
        const samples = new Float32Array(2 * rate);
        new SpanSignal(blur, rate, range).fill(samples);
        const rms = Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
        expect(20 * Math.log10(rms)).toBeGreaterThan(-31);
        expect(20 * Math.log10(rms)).toBeLessThan(-29);
        expect(samples.every((x) => Math.abs(x) < 0.3)).toBe(true);
        // This is longer than the filters remember, so no sample repeats the one a second before.
        if (blur === 'noise') {
          const again = samples.subarray(rate).reduce((sum, x, i) => sum + x * (samples[i] ?? 0), 0);
          expect(Math.abs(again) / (rms * rms * rate)).toBeLessThan(0.1);
        }
      }
    }
  }
});

test('the generated signal rises from and falls to nothing at its edges', () => {
  for (const blur of BLURS) {
    const range = { first: 1000, end: 21000 };
    const samples = new Float32Array(20000);
    new SpanSignal(blur, 48000, range).fill(samples);
    for (const at of [0, 1, 2, 19997, 19998, 19999]) expect(Math.abs(samples[at] ?? 1)).toBeLessThan(0.001);
  }
});
