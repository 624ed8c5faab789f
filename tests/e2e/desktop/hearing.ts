import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page's sound at one pitch and beside it, 100 times a second; amplitudes, of which 1 is full scale. */
export interface Heard {
  at: number;
  beside: number;
}

/** Records everything that the page plays from now on. It has to come before the first sound. */
export async function recordSound(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recorded: Float32Array[] = [];
    const analysers: AnalyserNode[] = [];
    const lengths: number[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- it is called on a node each time
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
    const record = function (this: AudioNode, ...to: unknown[]) {
      const [destination] = to;
      if (destination instanceof AudioDestinationNode) {
        /* oxlint-disable typescript/no-deprecated -- the page may load no code for a sound thread but its own */
        const recorder = this.context.createScriptProcessor(8192, 1, 1);
        const index = lengths.push(0) - 1;
        recorder.onaudioprocess = ({ inputBuffer }) => {
          lengths[index] = (lengths[index] ?? 0) + inputBuffer.duration;
          recorded.push(new Float32Array(inputBuffer.getChannelData(0)));
        };
        /* oxlint-enable typescript/no-deprecated */
        const analyser = this.context.createAnalyser();
        analyser.fftSize = 512;
        analysers.push(analyser);
        connect.call(this, recorder);
        connect.call(recorder, destination);
        connect.call(this, analyser);
      }
      return connect.apply(this, to);
    };
    Object.assign(AudioNode.prototype, { connect: record });
    Object.assign(window, { hearing: { recorded, analysers, lengths } });
  });
}

interface Hearing {
  hearing: { recorded: Float32Array[]; analysers: AnalyserNode[]; lengths: number[] };
}

/** Returns how many seconds of sound, or of silence between sounds, the page has given out. */
const secondsGiven = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as Hearing).hearing.lengths));

/**
 * Listens until so many seconds of sound have been given out. It counts by the sound's own clock, which stands still
 * while the sound stalls.
 */
export async function listenFor(page: Page, seconds: number): Promise<void> {
  const until = (await secondsGiven(page)) + seconds;
  await expect.poll(() => secondsGiven(page), { timeout: 120_000 }).toBeGreaterThanOrEqual(until);
}

/** Waits until nothing is heard any more. */
export const diedAway = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() =>
        (window as unknown as Hearing).hearing.analysers.every((analyser) => {
          const samples = new Float32Array(analyser.fftSize);
          analyser.getFloatTimeDomainData(samples);
          return samples.every((value) => Math.abs(value) <= 0.003);
        }),
      ),
    )
    .toBe(true);

/** Returns what was heard since the last call, at a pitch in Hz. */
export function heardSince(page: Page, pitch: number): Promise<Heard[]> {
  return page.evaluate((wanted) => {
    const { recorded, analysers } = (window as unknown as Hearing).hearing;
    const rate = analysers[0]?.context.sampleRate ?? 48_000;
    const samples = recorded.splice(0).flatMap((chunk) => [...chunk]);
    const length = Math.round(rate / 100);
    const amplitude = (from: number, frequency: number) => {
      let [re, im] = [0, 0];
      for (let i = 0; i < length; i++) {
        const value = (samples[from + i] ?? 0) * (1 - Math.cos((2 * Math.PI * i) / length));
        re += value * Math.cos((2 * Math.PI * frequency * i) / rate);
        im += value * Math.sin((2 * Math.PI * frequency * i) / rate);
      }
      return (2 * Math.hypot(re, im)) / length;
    };
    return Array.from({ length: Math.floor(samples.length / length) }, (_, i) => ({
      at: amplitude(i * length, wanted),
      beside: Math.max(amplitude(i * length, wanted * 0.85), amplitude(i * length, wanted * 1.15)),
    }));
  }, pitch);
}

/**
 * Starts a clock at the next press of the mouse button. It returns the milliseconds until a pitch (Hz) is heard at an
 * amplitude of 0.1, or, without a pitch, until anything is heard.
 */
export async function timeToSound(page: Page, pitch: number | null): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const { analysers } = (window as unknown as Hearing).hearing;
    const isHeard = () =>
      analysers.some((analyser) => {
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        // The newest samples are what is heard now.
        const newest = samples.subarray(256);
        if (wanted === null) return newest.some((value) => Math.abs(value) > 0.003);
        const turns = (i: number) => (2 * Math.PI * wanted * i) / analyser.context.sampleRate;
        const re = newest.reduce((sum, value, i) => sum + value * Math.cos(turns(i)), 0);
        const im = newest.reduce((sum, value, i) => sum + value * Math.sin(turns(i)), 0);
        return (2 * Math.hypot(re, im)) / newest.length > 0.1;
      });
    const took = new Promise<number>((resolve) => {
      const pressed = () => {
        const start = performance.now();
        const look = setInterval(() => {
          if (!isHeard()) return;
          clearInterval(look);
          resolve(performance.now() - start);
        }, 1);
      };
      window.addEventListener('pointerup', pressed, { capture: true, once: true });
    });
    Object.assign(window, { took });
  }, pitch);
  return () => page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
}
