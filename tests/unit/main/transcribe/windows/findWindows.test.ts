import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  findWindows,
  partsOf,
  spansOf,
  type WindowLimits,
} from '../../../../../main/transcribe/windows/findWindows';
import { pausesByLoudness } from '../../../../../main/transcribe/windows/pausesByLoudness';
import { pausesInSpeech } from '../../../../../main/transcribe/windows/pausesInSpeech';
import { readWindows } from '../../../../../main/transcribe/windows/readWindows';
import { SAMPLE_RATE, SoundLevels } from '../../../../../main/media/mixes/SoundLevels';
import { SoundMap } from '../../../../../main/transcribe/windows/SoundMap';
import type { Span } from '../../../../../shared/model/entity';
import { spansWithin } from '../../../../../shared/model/spansWithin';

/** A stretch of sound: seconds, and dB below full scale. Tones stand for speech. */
interface Stretch {
  seconds: number;
  db: number;
}

const ROOM = -70;

/** Makes sound with the noise of a room under it. Five times a second a tone stops for a moment, as syllables do. */
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

function levelsOf(samples: Float32Array): SoundLevels {
  const levels = new SoundLevels();
  levels.push(samples);
  levels.end();
  return levels;
}

/** Returns what a transcription of an earlier version sends. */
function survey(samples: Float32Array, limits: Partial<WindowLimits> = {}) {
  const levels = levelsOf(samples);
  const pauses = pausesByLoudness(new SoundMap(levels));
  const windows = findWindows({ levels }, pauses, limits);
  return { windows, parts: partsOf(windows, spansOf(pauses.skipped)) };
}

/** Returns what is sent when somebody may speak in some stretches (seconds), or when nobody knows. */
function surveySpeech(
  samples: Float32Array,
  possible: readonly Span[] | null,
  limits: Partial<WindowLimits> = {},
) {
  const levels = levelsOf(samples);
  const pauses = pausesInSpeech(new SoundMap(levels), possible);
  const likelihood = (time: number) =>
    possible?.some(({ from, to }) => time >= from && time < to) ? 0.9 : 0;
  const windows = findWindows({ levels, likelihood: possible ? likelihood : undefined }, pauses, limits);
  const skipped = spansOf(pauses.skipped);
  return { windows, skipped, parts: partsOf(windows, skipped) };
}

const sent = (parts: readonly Span[]) => parts.reduce((sum, { from, to }) => sum + to - from, 0);

describe('findWindows by loudness', () => {
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

describe('findWindows by speech', () => {
  const NOISE = -30;
  const noise = (seconds: number) => soundOf([pause(seconds)], NOISE);

  it('skips what nobody speaks in, however loud, from two seconds on, and keeps a lead and a tail', () => {
    const { skipped, windows } = surveySpeech(noise(30), [
      { from: 4, to: 8 },
      { from: 9.9, to: 12 },
      { from: 14, to: 20 },
    ]);
    expect(skipped).toEqual([
      { from: 0, to: 3.8 },
      { from: 12.3, to: 13.8 },
      { from: 20.3, to: 30 },
    ]);
    expect(windows).toEqual([{ from: 3.8, to: 20.3 }]);
  });

  it('skips nothing for being quiet', () => {
    const quiet = soundOf([speech(5), pause(20), speech(5)], -80);
    const { skipped, parts } = surveySpeech(quiet, [{ from: 0, to: 30 }]);
    expect(skipped).toEqual([]);
    expect(sent(parts.flat())).toBeCloseTo(30, 5);
  });

  it('sends everything where nobody knows who speaks when, in windows that are short enough', () => {
    for (const samples of [noise(100), soundOf([speech(5), pause(60), speech(5), pause(30)], -80)]) {
      const { skipped, windows, parts } = surveySpeech(samples, null);
      expect(skipped).toEqual([]);
      expect(windows.length).toBeGreaterThan(3);
      expect(sent(parts.flat())).toBeCloseTo(100, 5);
      for (const part of parts) expect(sent(part)).toBeLessThanOrEqual(30);
    }
  });

  it('has no windows where nobody speaks, and one where it is too short to say so', () => {
    expect(surveySpeech(noise(20), []).windows).toEqual([]);
    expect(surveySpeech(noise(1.5), []).windows).toEqual([{ from: 0, to: 1.5 }]);
    expect(surveySpeech(new Float32Array(0), []).windows).toEqual([]);
  });

  it('cuts noisy sound where nobody speaks', () => {
    const { windows } = surveySpeech(noise(45), [
      { from: 0, to: 20 },
      { from: 20.8, to: 45 },
    ]);
    expect(windows).toHaveLength(2);
    expect(windows[0]?.to).toBeCloseTo(20 + 0.6 * 0.8, 1);
    expect(windows[1]?.from).toBe(windows[0]?.to);
  });

  it('cuts clean sound at pauses that are too short for the detector', () => {
    const phrases = [speech(12), pause(0.2), speech(12), pause(0.3), speech(12)];
    const { windows } = surveySpeech(soundOf(phrases), [{ from: 0, to: 36.5 }]);
    expect(windows).toHaveLength(2);
    const cut = windows[0]?.to ?? NaN;
    expect([12.12, 24.38].some((at) => Math.abs(at - cut) < 0.1)).toBe(true);
  });

  it('sends all that may be speech, and every pause under two seconds, in windows that are in order', () => {
    const lengths = fc.array(fc.double({ min: 0.1, max: 40, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.boolean(), fc.constantFrom(NOISE, -80), (seconds, speaks, room) => {
        const possible: Span[] = [];
        const silent: Span[] = [];
        let [at, on] = [0, speaks];
        for (const length of seconds) {
          (on ? possible : silent).push({ from: at, to: at + length });
          at += length;
          on = !on;
        }
        // It makes no difference whether there is sound where somebody may speak.
        const samples = soundOf([pause(at / 2), speech(at / 2)], room);
        const { windows, skipped, parts } = surveySpeech(samples, possible, { longestSpan: 60 });
        for (const [i, window] of windows.entries()) {
          expect(window.from).toBeGreaterThanOrEqual(windows[i - 1]?.to ?? 0);
          expect(sent(parts[i] ?? [])).toBeLessThanOrEqual(30);
        }
        const all = parts.flat();
        for (const { from, to } of [...possible, ...silent.filter((one) => one.to - one.from < 1.96)]) {
          const heard = sent(spansWithin(all, { from, to }));
          expect(heard).toBeGreaterThan(to - from - 0.03);
        }
        for (const { from, to } of skipped) {
          expect(silent.some((one) => from >= one.from && to <= one.to + 0.02)).toBe(true);
          expect(sent(spansWithin(all, { from, to }))).toBe(0);
        }
        expect(sent(all) + sent(skipped)).toBeCloseTo(at, 1);
      }),
      { numRuns: 60 },
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
