import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findWindows, partsOf } from '../../../../../main/transcribe/windows/findWindows';
import { readWindows } from '../../../../../main/transcribe/windows/readWindows';
import { SAMPLE_RATE, SoundLevels } from '../../../../../main/media/mixes/SoundLevels';
import { SoundMap } from '../../../../../main/transcribe/windows/SoundMap';
import type { Span } from '../../../../../shared/model/entity';

/** A stretch of sound: seconds, and dB below full scale; tones stand for speech. */
interface Stretch {
  seconds: number;
  db: number;
}

const ROOM = -70;

/** Sound with the noise of a room under it. Five times a second a tone stops for a moment, as syllables do. */
function soundOf(stretches: readonly Stretch[], room = ROOM): Float32Array {
  const samples = new Float32Array(
    stretches.reduce((sum, { seconds }) => sum + Math.round(seconds * SAMPLE_RATE), 0),
  );
  const noise = 10 ** (room / 20) * Math.sqrt(3);
  let [at, seed] = [0, 1];
  for (const { seconds, db } of stretches) {
    const amplitude = 10 ** (db / 20) * Math.SQRT2;
    for (let i = 0; i < Math.round(seconds * SAMPLE_RATE); i++, at++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
      const time = at / SAMPLE_RATE;
      const voice = (5 * time) % 1 < 0.65 ? amplitude * Math.sin(2 * Math.PI * 440 * time) : 0;
      samples[at] = voice + (noise * seed) / 2 ** 31;
    }
  }
  return samples;
}

const SILENCE = -Infinity;
const speech = (seconds: number, db = -25): Stretch => ({ seconds, db });
const pause = (seconds: number): Stretch => ({ seconds, db: SILENCE });

function survey(samples: Float32Array, limits = {}) {
  const levels = new SoundLevels();
  levels.push(samples);
  levels.end();
  const map = new SoundMap(levels);
  const windows = findWindows(levels, map, limits);
  return { map, windows, parts: partsOf(map, windows) };
}

const sent = (parts: readonly Span[]) => parts.reduce((sum, { from, to }) => sum + to - from, 0);

describe('findWindows', () => {
  it('finds nothing where nothing is said', () => {
    expect(survey(soundOf([pause(20)])).windows).toEqual([]);
    expect(survey(soundOf([pause(20)], -Infinity)).windows).toEqual([]);
    expect(survey(new Float32Array(0)).windows).toEqual([]);
  });

  it('begins shortly before speech and ends shortly after', () => {
    const { windows } = survey(soundOf([pause(8), speech(4), pause(8)]));
    expect(windows).toHaveLength(1);
    expect(windows[0]?.from).toBeCloseTo(7.8, 1);
    expect(windows[0]?.to).toBeCloseTo(12.3, 1);
  });

  it('does not send long silence, and keeps short pauses', () => {
    const { windows, parts } = survey(soundOf([speech(3), pause(0.7), speech(3), pause(10), speech(3)]));
    expect(windows).toHaveLength(1);
    expect(parts[0]).toHaveLength(2);
    expect(sent(parts[0] ?? [])).toBeCloseTo(3 + 0.7 + 3 + 0.3 + 0.2 + 3, 0);
  });

  it('cuts at the better pause, not wherever a window is full', () => {
    const phrases = [speech(12), pause(0.2), speech(12), pause(0.8), speech(3), pause(0.2), speech(12)];
    const { windows } = survey(soundOf(phrases));
    expect(windows).toHaveLength(2);
    expect(windows[0]?.to).toBeCloseTo(12 + 0.2 + 12 + 0.6 * 0.8, 1);
    expect(windows[1]?.from).toBe(windows[0]?.to);
  });

  it('cuts where it is quietest when nobody pauses, and loses nothing there', () => {
    const { windows, parts } = survey(soundOf([speech(100)]));
    expect(windows.length).toBeGreaterThan(3);
    for (const [i, { from }] of windows.entries()) expect(from).toBe(windows[i - 1]?.to ?? 0);
    for (const part of parts) expect(sent(part)).toBeLessThanOrEqual(30);
  });

  it('hears quiet speech after loud speech', () => {
    const { windows } = survey(soundOf([speech(20, -12), pause(1), speech(20, -52), pause(3)]));
    expect(windows.at(-1)?.to).toBeGreaterThan(40.9);
  });

  it('hears speech that barely stands out from a noisy room', () => {
    const { windows } = survey(soundOf([pause(5), speech(5, -35), pause(5)], -42));
    expect(windows[0]?.from).toBeLessThan(5);
    expect(windows.at(-1)?.to).toBeGreaterThan(10);
  });

  it('follows a room that gets louder', () => {
    const quiet = soundOf([speech(5), pause(60)], -65);
    const loud = soundOf([pause(60), speech(5)], -50);
    const { parts } = survey(Float32Array.from([...quiet, ...loud]));
    expect(sent(parts.flat())).toBeLessThan(70);
    expect(parts.flat().at(-1)?.to).toBeCloseTo(130, 1);
  });

  it('ignores a constant offset and rumble', () => {
    const samples = soundOf([speech(5), pause(20)]).map(
      (sample, i) => sample + 0.2 + 0.1 * Math.sin((2 * Math.PI * 20 * i) / SAMPLE_RATE),
    );
    expect(sent(survey(samples).parts.flat())).toBeLessThan(8);
  });

  it('covers all sound with windows in order that are neither too long nor empty', () => {
    const stretch = fc.record({
      seconds: fc.double({ min: 0.25, max: 40, noNaN: true }),
      db: fc.constantFrom(-15, -30, -45, SILENCE),
    });
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
        const { windows, parts } = survey(soundOf([...stretches, pause(5)]), { longestSpan: 60 });
        for (const [i, window] of windows.entries()) {
          expect(window.from).toBeGreaterThanOrEqual(windows[i - 1]?.to ?? 0);
          expect(window.to).toBeGreaterThan(window.from);
          expect(window.to - window.from).toBeLessThanOrEqual(60.5);
          expect(sent(parts[i] ?? [])).toBeLessThanOrEqual(30);
        }
        let from = 0;
        for (const { seconds, db } of stretches) {
          const middle = from + seconds / 2;
          const heard = parts.flat().some((part) => part.from <= middle && part.to >= middle);
          if (db !== SILENCE) expect(heard).toBe(true);
          from += seconds;
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('readWindows', () => {
  it('cuts the samples of each part out of a stream, whatever its chunks', async () => {
    const samples = Float32Array.from({ length: 4 * SAMPLE_RATE }, (_, i) => i);
    const bytes = Buffer.from(samples.buffer);
    const windows = [
      [{ from: 10.5, to: 11 }],
      [
        { from: 11, to: 11.25 },
        { from: 12, to: 12.5 },
      ],
      [{ from: 13.75, to: 14 }],
    ];
    const expected = windows.map((parts) =>
      parts.flatMap(({ from, to }) => [
        ...samples.subarray((from - 10) * SAMPLE_RATE, (to - 10) * SAMPLE_RATE),
      ]),
    );
    for (const size of [1001, 65_536, bytes.length]) {
      async function* chunks() {
        for (let at = 0; at < bytes.length; at += size) {
          await Promise.resolve();
          yield bytes.subarray(at, at + size);
        }
      }
      const read: number[][] = [];
      for await (const window of readWindows(chunks(), 10, windows)) read.push([...window]);
      expect(read).toEqual(expected);
    }
  });
});
