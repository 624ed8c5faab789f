import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toolPath } from '../../../../../main/system/toolPath';
import {
  NativeTranscriber,
  type NativeSettings,
} from '../../../../../main/transcribe/native/NativeTranscriber';
import { makeMultilingual } from '../../../../support/makeMultilingual';
import { DEMO_MODEL, INTERVIEWS, samplesOfFile } from '../../../../support/speech';
import { cancelSoon } from '../../../../support/cancelSoon';
import { expectWithin } from '../../../../support/patience';

const settings: NativeSettings = {
  model: DEMO_MODEL,
  language: 'en',
  threads: 2,
  beam: 1,
  prompt: '',
};
const RATE = 16_000;

let folder = '';
/** Twenty seconds of an interview. */
let speech: Float32Array;
/** Minutes of the interview, which take longer than a test looks on. */
let long: Float32Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-native-'));
  const all = await samplesOfFile(join(INTERVIEWS, 'trial-5min.opus'));
  speech = all.subarray(0, 20 * RATE);
  long = all;
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a shell script in the transcriber's place; `$REAL` is the real transcriber. */
function wrapTranscriber(script: string): void {
  const path = join(folder, 'transcriber');
  writeFileSync(path, `#!/bin/sh\nREAL='${toolPath('transcriber')}'\n${script}\n`, { mode: 0o700 });
  vi.stubEnv('WITHHELD_TRANSCRIBER', path);
}

async function hear(samples: Float32Array, changes: Partial<NativeSettings> = {}) {
  const native = await NativeTranscriber.start({ ...settings, ...changes });
  const result = await native.transcribe(samples);
  await native.end();
  return result.segments.map((segment) => ({ ...segment, window: 0 }));
}

const textOf = (segments: readonly { tokens: readonly { text: string }[] }[]): string =>
  segments.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join('');

async function millisecondsOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

describe('the native transcriber', () => {
  it('says what its model is', async () => {
    const native = await NativeTranscriber.start(settings);
    expect(await native.ready).toMatchObject({ multilingual: false, encoderLayers: 3, mels: 80, dtw: false });
    await native.end();
  });

  it('hears windows with tokens that lie in them, and tells how far it is', async () => {
    const native = await NativeTranscriber.start(settings);
    const progress: number[] = [];
    const { segments } = await native.transcribe(speech, { onProgress: (seconds) => progress.push(seconds) });
    await native.end();
    expect(textOf(segments)).toContain('We are recording this interview in');
    for (const { tokens } of segments) {
      for (const { t0, t1, p, dtw } of tokens) {
        expect(t0).toBeGreaterThanOrEqual(0);
        expect(t1).toBeGreaterThanOrEqual(t0);
        expect(t1).toBeLessThanOrEqual(30);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(dtw).toBeNull();
      }
    }
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('hears the same in a window whatever came before it', async () => {
    const other = long.subarray(60 * RATE, 75 * RATE);
    const native = await NativeTranscriber.start({ ...settings, beam: 2 });
    const [, second] = await Promise.all([native.transcribe(other), native.transcribe(speech)]);
    await native.end();
    const alone = await hear(speech, { beam: 2 });
    expect(second.segments.map((segment) => ({ ...segment, window: 0 }))).toEqual(alone);
  });

  it('hears the same in a window that is worked on beside another', async () => {
    const native = await NativeTranscriber.start({ ...settings, threads: 1, atOnce: 2 });
    const windows = [0, 60, 120].map((from) => long.subarray(from * RATE, (from + 15) * RATE));
    const together = await Promise.all(
      windows.map((window, i) => native.transcribe(window, { alone: i === 2 })),
    );
    await native.end();
    // A window that is alone has the threads of both.
    const alone = await Promise.all(windows.map((window, i) => hear(window, { threads: i === 2 ? 2 : 1 })));
    expect(together.map(({ segments }) => segments.map((segment) => ({ ...segment, window: 0 })))).toEqual(
      alone,
    );
  });

  it('detects the language once and keeps it', async () => {
    const model = join(folder, 'many-languages.bin');
    writeFileSync(model, makeMultilingual(readFileSync(DEMO_MODEL)));
    const native = await NativeTranscriber.start({ ...settings, model, language: 'auto' });
    const [first, second] = await Promise.all([native.transcribe(speech), native.transcribe(speech)]);
    await native.end();
    expect(first.language).toMatch(/^[a-z]{2,3}$/);
    expect(second.language).toBeUndefined();
  });

  it('hears nothing in silence', async () => {
    expect(await hear(new Float32Array(10 * RATE))).toEqual([]);
  });

  it.each([0, 1, 160, 1600])('takes a window of %i samples', async (samples) => {
    expect(textOf(await hear(speech.slice(0, samples)))).toBe('');
  });

  it('gives points by dynamic time warping where it is asked to', async () => {
    const segments = await hear(speech, { dtw: { heads: '', topLayers: 2 } });
    const points = segments.flatMap(({ tokens }) => tokens.map(({ dtw }) => dtw));
    expect(points.every((point) => point !== null && point >= 0 && point <= 20.1)).toBe(true);
  });

  it('can be held to a number of tokens', async () => {
    const held = await hear(speech, { maxTokens: 8, timestamps: false, fallback: false });
    const tokens = held.flatMap((segment) => segment.tokens);
    expect(tokens.length).toBeGreaterThan(3);
    expect(tokens.length).toBeLessThanOrEqual(9);
  });

  it('takes a prompt with any characters', async () => {
    const prompt = 'Aigul Bekova, Әсел "quoted" \\ \n\0 end';
    expect(textOf(await hear(speech, { prompt })).length).toBeGreaterThan(50);
  });

  it('passes nothing in its arguments, where others could read it', async () => {
    const seen = join(folder, 'arguments');
    wrapTranscriber(`echo "$# $*" > '${seen}'\nexec "$REAL"`);
    await hear(speech.subarray(0, RATE), { prompt: 'Aigul Bekova' });
    expect(readFileSync(seen, 'utf8').trim()).toBe('0');
  });
});

describe('the end of the native transcriber', () => {
  it('comes at once when its parent is gone, in the middle of a computation', async () => {
    const child = spawn(toolPath('transcriber'), { stdio: ['pipe', 'pipe', 'ignore'] });
    const frame = (kind: string, payload: Buffer) => {
      const header = Buffer.alloc(12);
      header.writeUInt32LE(kind.charCodeAt(0), 0);
      header.writeUInt32LE(payload.length, 8);
      return Buffer.concat([header, payload]);
    };
    child.stdin.write(
      frame('S', Buffer.from(`model\0${DEMO_MODEL}\0language\0en\0threads\x001\0beam\x008\0`)),
    );
    child.stdin.write(frame('W', Buffer.from(long.buffer, long.byteOffset, long.byteLength)));
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text) => String(text).includes('"progress"') && resolve());
    });
    const gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    const took = await millisecondsOf(
      Promise.resolve(child.stdin.end()).then(async () =>
        expect(await gone).toEqual({ code: 3, signal: null }),
      ),
    );
    await expectWithin(2000, took);
  });

  it('comes within two seconds when it is cancelled', async () => {
    let native: NativeTranscriber | undefined;
    await cancelSoon(async (signal, begun) => {
      native = await NativeTranscriber.start({ ...settings, beam: 8 }, signal);
      return native.transcribe(long, { onProgress: begun });
    });
    await expect(native?.transcribe(speech)).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('is told as such when something killed it', async () => {
    const pid = join(folder, 'pid');
    wrapTranscriber(`echo $$ > '${pid}'\nexec "$REAL"`);
    const native = await NativeTranscriber.start({ ...settings, beam: 8 });
    const onProgress = () => {
      try {
        process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const heard = native.transcribe(long, { onProgress });
    await expect(heard).rejects.toMatchObject({
      code: 'TRANSCRIBER_KILLED',
      next: expect.stringContaining('smaller model') as string,
    });
  });

  it.each([
    ['crashes', 'kill -ABRT $$', 'TRANSCRIBER_FAILED'],
    ['ends without a word', 'exit 0', 'TRANSCRIBER_FAILED'],
    ['says what it should not', 'echo "Segmentation fault"; cat > /dev/null', 'TRANSCRIBER_FAILED'],
    ['is killed while it loads', 'kill -KILL $$', 'TRANSCRIBER_KILLED'],
  ])('is a coded error when it %s', async (_, script, code) => {
    wrapTranscriber(script);
    await expect(NativeTranscriber.start(settings)).rejects.toMatchObject({ code });
  });

  it('is a coded error when memory runs out', async () => {
    // The limit is in kilobytes of address space. It is enough to start, but not for the model and its buffers.
    wrapTranscriber('ulimit -v 120000\nexec "$REAL"');
    const heard = NativeTranscriber.start({ ...settings, threads: 1 }).then((native) =>
      native.transcribe(speech),
    );
    await expect(heard).rejects.toMatchObject({
      code: 'OUT_OF_MEMORY',
      next: expect.stringContaining('smaller model') as string,
    });
  });

  describe('on a graphics processor', () => {
    /**
     * The script says that there is such a device, which the real program would not know, and then crashes once as a
     * driver might.
     */
    const told = String.raw`s/"devices":\[/&{"name":"Vulkan9","description":"a graphics card"},/; s/},\]/}]/`;
    const crash = (lines: number) => `
      if [ -e "$0.crashed" ]; then tee "$0.sent" | "$REAL" | sed -u '${told}'; exit; fi
      touch "$0.crashed"
      "$REAL" | sed -u '${told}' | { ${lines > 0 ? `sed -u ${lines}q` : ':'}; kill -SEGV $$; }`;
    const forget = () => {
      for (const name of ['crashed', 'sent']) rmSync(join(folder, `transcriber.${name}`), { force: true });
    };
    afterEach(forget);

    it.each([
      ['before it says that it is ready', 0],
      ['in the middle of a window', 3],
    ])('that crashes %s the processor goes on, and the same is heard', async (_when, lines) => {
      const windows = [speech, speech.subarray(0, 8 * RATE)];
      const honest = await Promise.all(windows.map((window) => hear(window, { device: 'cpu' })));
      wrapTranscriber(crash(lines));
      const native = await NativeTranscriber.start(settings);
      const heard = await Promise.all(windows.map((window) => native.transcribe(window)));
      await native.end();
      expect(native.graphicsFailed).toBe(true);
      expect(heard.map(({ segments }) => textOf(segments))).toEqual(honest.map(textOf));
      expect(readFileSync(join(folder, 'transcriber.sent'), 'latin1')).toContain('device\0cpu\0');
    });

    it('that has too little memory for the model leaves it to the processor', async () => {
      wrapTranscriber(`
        if [ -e "$0.crashed" ]; then "$REAL" | sed -u '${told}'; exit; fi
        touch "$0.crashed"
        echo '{"type":"error","code":"OUT_OF_MEMORY","detail":""}'; exit 1`);
      const native = await NativeTranscriber.start(settings);
      expect(textOf((await native.transcribe(speech)).segments)).toContain('We are recording');
      await native.end();
      expect(native.graphicsFailed).toBe(true);
    });

    it('is not blamed where there is none', async () => {
      wrapTranscriber('[ -e "$0.crashed" ] && exec "$REAL"; touch "$0.crashed"; kill -ABRT $$');
      const native = await NativeTranscriber.start(settings);
      await native.end();
      expect(native.graphicsFailed).toBe(false);
    });

    it('takes with it no language that it told', async () => {
      const model = join(folder, 'languages-told.bin');
      writeFileSync(model, makeMultilingual(readFileSync(DEMO_MODEL)));
      const known = { ...settings, model, language: 'auto' };
      const honest = await NativeTranscriber.start(known);
      const { language } = await honest.transcribe(speech);
      await honest.end();
      wrapTranscriber(crash(2));
      const native = await NativeTranscriber.start(known);
      expect(language).toBeDefined();
      expect((await native.transcribe(speech)).language).toBe(language);
      await native.end();
    });

    it('that was asked for by its name is not replaced', async () => {
      wrapTranscriber(crash(1));
      const native = await NativeTranscriber.start({ ...settings, device: 'cpu' });
      await expect(native.transcribe(speech)).rejects.toMatchObject({ code: 'TRANSCRIBER_FAILED' });
    });
  });

  it('is a coded error when the model turns out to be none', async () => {
    const model = join(folder, 'text.bin');
    writeFileSync(model, 'Not a model.');
    await expect(NativeTranscriber.start({ ...settings, model })).rejects.toMatchObject({
      code: 'MODEL_INVALID',
    });
  });

  it('tells of each window a language, which is one of those that were named', async () => {
    const model = join(folder, 'languages.bin');
    writeFileSync(model, makeMultilingual(readFileSync(DEMO_MODEL)));
    const windows = [speech.subarray(0, 3 * RATE), speech.subarray(5 * RATE, 8 * RATE)];
    const heardAs = async (...languages: string[]) => {
      const native = await NativeTranscriber.start({ ...settings, model, language: 'auto', languages });
      const heard = [];
      for (const window of windows) heard.push((await native.transcribe(window)).language ?? '');
      await native.end();
      return heard;
    };
    // Nobody taught it languages, so which one it detects tells nothing, but it must be one of those that were named.
    for (const named of [
      ['ru', 'en', 'tr'],
      ['kk', 'tr'],
    ])
      for (const language of await heardAs(...named)) expect(named).toContain(language);
  });

  it('is a coded error when the language is unknown to a model of many', async () => {
    const model = join(folder, 'multilingual.bin');
    writeFileSync(model, makeMultilingual(readFileSync(DEMO_MODEL)));
    for (const unknown of [{ language: 'xx' }, { language: 'auto', languages: ['ru', 'xx'] }]) {
      await expect(NativeTranscriber.start({ ...settings, model, ...unknown })).rejects.toMatchObject({
        code: 'USAGE',
      });
    }
  });
});

describe('a text that is given', () => {
  const words = ['We', 'are', 'recording', 'this', 'interview.'].map((text) => ({
    text: ` ${text}`,
    from: 0,
    to: 6,
  }));
  const enforce = async (given: typeof words, changes: Partial<NativeSettings> = {}) => {
    const native = await NativeTranscriber.start({ ...settings, ...changes });
    const enforced = await native.enforce(speech.subarray(0, 6 * RATE), given);
    await native.end();
    return enforced;
  };

  it('is written to its last word, whatever is said, and times rise', async () => {
    const enforced = await enforce(words);
    expect(new Set(enforced?.tokens.map(({ word }) => word))).toEqual(new Set(words.map((_, i) => i)));
    const begins = enforced?.tokens.flatMap(({ begin }) => begin ?? []) ?? [];
    expect(begins[0]).toBeDefined();
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
    for (const { p } of enforced?.tokens ?? []) expect(p).toBeGreaterThanOrEqual(0);
  });

  it('stays between the times that it is given', async () => {
    const enforced = await enforce(words.map((word, i) => ({ ...word, from: i, to: i + 0.5 })));
    for (const { word, hint, begin } of enforced?.tokens ?? []) {
      for (const time of [hint, begin]) {
        if (time === null) continue;
        expect(time).toBeGreaterThanOrEqual(word - 0.03);
        expect(time).toBeLessThanOrEqual(word + 0.53);
      }
    }
  });

  it('may be in any script of a model of many languages, aligned by attention', async () => {
    const path = join(folder, 'languages.bin');
    writeFileSync(path, makeMultilingual(readFileSync(DEMO_MODEL)));
    // The demo's vocabulary has no halves of characters, so it cannot write every sign.
    const given = ['We', 'are', ' Жұлдыз', ' ሰላም'].map((text) => ({ text, from: 0, to: 6 }));
    const dtw = { heads: '', topLayers: 2 };
    const enforced = await enforce(given, { model: path, language: 'zh', dtw });
    expect(new Set(enforced?.tokens.map(({ word }) => word))).toEqual(new Set([0, 1, 2, 3]));
    expect(enforced?.tokens.slice(1).every((token) => token.dtw !== null)).toBe(true);
  });

  it('is not taken where it is too much for a window', async () => {
    expect(
      await enforce(Array.from({ length: 300 }, () => words[0] ?? { text: '', from: 0, to: 0 })),
    ).toBeNull();
  });
});
