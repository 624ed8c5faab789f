import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toolPath } from '../../../../../main/system/toolPath';
import {
  NativeTranscriber,
  type NativeSettings,
} from '../../../../../main/transcribe/native/NativeTranscriber';
import { useTemporaryFolder } from '../../../../support/makeMedia';
import { makeParakeetModel, SMALL } from '../../../../support/makeParakeetModel';
import { cancelSoon } from '../../../../support/cancelSoon';
import { INTERVIEWS, samplesOfFile } from '../../../../support/speech';

const RATE = 16_000;
const WINDOW_SECONDS = 20;

const at = useTemporaryFolder();
let settings: NativeSettings;
let speech: Float32Array;
let long: Float32Array;
beforeAll(async () => {
  makeParakeetModel(at('parakeet.bin'));
  settings = { model: at('parakeet.bin'), language: 'ru', threads: 2, beam: 1, prompt: '' };
  long = await samplesOfFile(join(INTERVIEWS, 'trial-5min.opus'));
  speech = long.subarray(0, WINDOW_SECONDS * RATE);
});
afterEach(() => vi.unstubAllEnvs());

async function hear(samples: Float32Array, changes: Partial<NativeSettings> = {}) {
  const native = await NativeTranscriber.start({ ...settings, ...changes });
  const { segments } = await native.transcribe(samples);
  await native.end();
  return segments.map((segment) => ({ ...segment, window: 0 }));
}

const textOf = (segments: readonly { tokens: readonly { text: string }[] }[]): string =>
  Buffer.from(segments.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join(''), 'latin1').toString();

/** Random weights hear nothing that is said. This tests the way of the sound in, and of the tokens out. */
describe('the native transcriber with a Parakeet model', () => {
  it('says what its model is', async () => {
    const native = await NativeTranscriber.start(settings);
    expect(await native.ready).toMatchObject({
      kind: 'parakeet',
      encoderLayers: SMALL.layers,
      mels: SMALL.mels,
      vocabulary: SMALL.vocabulary.length,
      dtw: false,
    });
    await native.end();
  });

  it('hears tokens that are in order and lie in the window, and tells how far it is', async () => {
    const native = await NativeTranscriber.start(settings);
    const progress: number[] = [];
    const { segments, language } = await native.transcribe(speech, {
      onProgress: (seconds) => progress.push(seconds),
    });
    await native.end();
    expect(segments).toHaveLength(1);
    expect(language).toBeUndefined();
    const tokens = segments.flatMap((segment) => segment.tokens);
    expect(tokens.length).toBeGreaterThan(20);
    for (const [i, { t0, t1, p, dtw }] of tokens.entries()) {
      expect(t0).toBeGreaterThanOrEqual(tokens[i - 1]?.t0 ?? 0);
      expect(t1).toBeGreaterThanOrEqual(t0);
      expect(t1).toBeLessThanOrEqual(tokens[i + 1]?.t0 ?? WINDOW_SECONDS);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(dtw).toBeNull();
    }
    // What is heard depends on the sound, and is spread over all of it.
    expect(new Set(tokens.map(({ text }) => text)).size).toBeGreaterThan(3);
    expect(tokens.at(-1)?.t0).toBeGreaterThan(WINDOW_SECONDS / 2);
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBeLessThanOrEqual(WINDOW_SECONDS);
  });

  it('writes pieces as text: spaces in front of words, letters whole, and no marks of the model’s own', async () => {
    const text = textOf(await hear(speech));
    expect(text).toMatch(/^[\p{L} .,]+$/u);
    expect(text).toMatch(/\p{L} \p{L}/u);
  });

  it('hears other things in other sound', async () => {
    expect(textOf(await hear(long.subarray(60 * RATE, 80 * RATE)))).not.toBe(textOf(await hear(speech)));
  });

  it('hears the same in a window whatever came before it, be it longer or shorter', async () => {
    const native = await NativeTranscriber.start(settings);
    await native.transcribe(long.subarray(60 * RATE, 88 * RATE));
    await native.transcribe(long.subarray(90 * RATE, 92 * RATE));
    const last = await native.transcribe(speech);
    await native.end();
    expect(last.segments.map((segment) => ({ ...segment, window: 0 }))).toEqual(await hear(speech));
  });

  it('hears the same in a window that is worked on beside another', async () => {
    const native = await NativeTranscriber.start({ ...settings, threads: 1, atOnce: 2 });
    const windows = [0, 60, 120].map((from) => long.subarray(from * RATE, (from + 15) * RATE));
    const together = await Promise.all(windows.map((window) => native.transcribe(window)));
    await native.end();
    const alone = await Promise.all(windows.map((window) => hear(window, { threads: 1 })));
    expect(together.map(({ segments }) => segments.map((segment) => ({ ...segment, window: 0 })))).toEqual(
      alone,
    );
  });

  it.each([0, 1, 160, 1599])('hears nothing in a window of %i samples', async (samples) => {
    expect(await hear(speech.slice(0, samples))).toEqual([]);
  });

  it.each([1600, 1601, 24_001, 29.5 * RATE, 60 * RATE])('takes a window of %i samples', async (samples) => {
    for (const { tokens } of await hear(long.slice(0, samples))) {
      for (const { t0, t1 } of tokens) {
        expect(t0).toBeGreaterThanOrEqual(0);
        expect(t1).toBeLessThanOrEqual(samples / RATE + 1e-4);
      }
    }
  });

  it('takes silence, and sound that is no number', async () => {
    for (const sample of [0, NaN, 1e30]) {
      const heard = await hear(new Float32Array(3 * RATE).fill(sample));
      for (const { p, t1 } of heard.flatMap(({ tokens }) => tokens)) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(t1).toBeLessThanOrEqual(3);
      }
    }
  });

  it('says nothing where its model finds that likelier, and no token outlasts the longest step without another', async () => {
    makeParakeetModel(at('silent.bin'), SMALL, { silence: 100 });
    expect(await hear(speech, { model: at('silent.bin') })).toEqual([]);
    makeParakeetModel(at('seldom.bin'), SMALL, { silence: 2, durations: [0, 30, 0, 0, 0] });
    const tokens = (await hear(speech, { model: at('seldom.bin') })).flatMap((segment) => segment.tokens);
    const spoken = tokens.filter(({ text }) => !/^ ?[.,]$/u.test(text));
    expect(spoken.length).toBeGreaterThan(0);
    for (const [i, { t0, t1 }] of spoken.entries()) {
      const next = spoken[i + 1]?.t0 ?? WINDOW_SECONDS;
      expect(t1 - t0).toBeCloseTo(Math.min(next - t0, 0.08 + 0.32), 3);
    }
  });

  it('comes within two seconds when it is cancelled', async () => {
    // It tells how far it is by its tokens, and they are what takes long here.
    makeParakeetModel(at('slow.bin'), { ...SMALL, prediction: 1024 }, { again: true });
    await cancelSoon(async (signal, begun) => {
      const native = await NativeTranscriber.start({ ...settings, model: at('slow.bin') }, signal);
      return native.transcribe(long.subarray(0, 3 * WINDOW_SECONDS * RATE), { onProgress: begun });
    });
  });

  it('is told as such when something killed it', async () => {
    const pid = at('pid');
    const script = `#!/bin/sh\necho $$ > '${pid}'\nexec '${toolPath('transcriber')}'\n`;
    writeFileSync(at('transcriber'), script, { mode: 0o700 });
    vi.stubEnv('WITHHELD_TRANSCRIBER', at('transcriber'));
    const native = await NativeTranscriber.start(settings);
    const onProgress = () => {
      try {
        process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    await expect(native.transcribe(long, { onProgress })).rejects.toMatchObject({
      code: 'TRANSCRIBER_KILLED',
    });
  });

  it('is a coded error when its file is cut off, or of a shape that it is not', async () => {
    const bytes = readFileSync(at('parakeet.bin'));
    writeFileSync(at('cut.bin'), bytes.subarray(0, bytes.length / 2));
    await expect(NativeTranscriber.start({ ...settings, model: at('cut.bin') })).rejects.toMatchObject({
      code: 'MODEL_INVALID',
    });
    makeParakeetModel(at('wide.bin'), SMALL, { header: { 3: 64 } });
    await expect(NativeTranscriber.start({ ...settings, model: at('wide.bin') })).rejects.toMatchObject({
      code: 'MODEL_INVALID',
    });
  });

  it('is a coded error when a text is to be laid on sound', async () => {
    const native = await NativeTranscriber.start(settings);
    const laid = native.enforce(speech, [{ text: ' we', from: 0, to: 5 }]);
    await expect(laid).rejects.toMatchObject({ code: 'TRANSCRIBER_FAILED' });
  });
});
