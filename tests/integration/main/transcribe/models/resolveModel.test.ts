import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { getuid } from 'node:process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { readModelFacts } from '../../../../../main/transcribe/models/readModelFacts';
import { resolveModel } from '../../../../../main/transcribe/models/resolveModel';
import { DEMO_MODEL } from '../../../../support/speech';

const DEMO_SHA256 = '17a4575e211c5e39ed78908197e8a1a96c225ac9e4933b5d49667f77e7ce287c';

let folder = '';
let model: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-models-'));
  model = readFileSync(DEMO_MODEL);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Makes a WAV header with a little silence. */
function wav(): Buffer {
  const bytes = Buffer.alloc(2044);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(2036, 4);
  bytes.write('WAVEfmt ', 8);
  return bytes;
}

describe('readModelFacts', () => {
  it('reads the shape of a model', async () => {
    expect(await readModelFacts(DEMO_MODEL)).toEqual({
      kind: 'whisper',
      multilingual: false,
      encoderLayers: 3,
      decoderLayers: 3,
      width: 192,
      heads: 3,
      mels: 80,
      vocabulary: 51_864,
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['two bytes', Buffer.from('lm')],
    ['a text', 'Not every file is a model.\n'.repeat(50)],
    ['a recording', wav()],
    ['a model of another format', Buffer.concat([Buffer.from('GGUF'), Buffer.alloc(4096, 3)])],
    ['noise behind the right first bytes', Buffer.concat([Buffer.from('lmgg'), Buffer.alloc(4096, 0xa5)])],
    ['zeros behind the right first bytes', Buffer.concat([Buffer.from('lmgg'), Buffer.alloc(4096)])],
  ])('does not take %s for a model', async (name, bytes) => {
    await expect(readModelFacts(file(`${name}.bin`, bytes))).rejects.toMatchObject({ code: 'MODEL_INVALID' });
  });

  it('does not take a model with something behind it', async () => {
    const longer = file('longer.bin', Buffer.concat([model, Buffer.alloc(100)]));
    await expect(readModelFacts(longer)).rejects.toMatchObject({ code: 'MODEL_INVALID' });
  });

  it('notices a missing end wherever the file was cut', async () => {
    const cut = join(folder, 'cut.bin');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: model.length - 1 }), async (length) => {
        writeFileSync(cut, model.subarray(0, length));
        await expect(readModelFacts(cut)).rejects.toMatchObject({ code: 'MODEL_TRUNCATED' });
      }),
      { numRuns: 20, examples: [[4], [47], [5000], [model.length - 1]] },
    );
  });
});

describe('resolveModel', () => {
  it('knows the demo model by its name', async () => {
    const { path, name, sha256 } = await resolveModel('demo');
    expect(path).toBe(DEMO_MODEL);
    expect(name).toBe('demo');
    expect(sha256).toBe(DEMO_SHA256);
  });

  it('takes a file of any name', async () => {
    const path = join(folder, 'ggml-Моя модель 🎙.bin');
    copyFileSync(DEMO_MODEL, path);
    const demo = await resolveModel('demo');
    expect(await resolveModel(path)).toMatchObject({ path, name: 'Моя модель 🎙', sha256: demo.sha256 });
  });

  it('says how to get a published model that is not there', async () => {
    vi.stubEnv('WITHHELD_MODELS', folder);
    await expect(resolveModel('base.en')).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining('base.en') as string,
      next: expect.stringMatching(/ggml-base\.en\.bin.*WITHHELD_MODELS/) as string,
    });
  });

  it('lists the names there are when it knows none of that name', async () => {
    await expect(resolveModel('enormous')).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      next: expect.stringContaining('large-v3-turbo') as string,
    });
  });

  it('does not take another file for a published model', async () => {
    vi.stubEnv('WITHHELD_MODELS', folder);
    copyFileSync(DEMO_MODEL, join(folder, 'ggml-tiny.en.bin'));
    await expect(resolveModel('tiny.en')).rejects.toMatchObject({ code: 'MODEL_INVALID' });
  });

  it('notices that a file was replaced', async () => {
    const path = file('changing.bin', model);
    const before = await resolveModel(path);
    const changed = Buffer.from(model);
    changed.writeUInt8((changed.readUInt8(changed.length - 1) + 1) % 256, changed.length - 1);
    file('changing.bin', changed);
    expect((await resolveModel(path)).sha256).not.toBe(before.sha256);
  });

  it('tells a folder and a file that may not be read apart', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    await expect(resolveModel(inner)).rejects.toMatchObject({ code: 'FILE_IS_DIRECTORY' });
    const closed = file('closed.bin', model);
    chmodSync(closed, 0);
    // Root may read everything.
    const expected =
      getuid?.() === 0 ? expect(resolveModel(closed)).resolves : expect(resolveModel(closed)).rejects;
    await expected.toMatchObject(getuid?.() === 0 ? { path: closed } : { code: 'FILE_NOT_READABLE' });
  });

  it('names no file in an error', async () => {
    const secret = join(folder, 'Zarina');
    await expect(resolveModel(secret)).rejects.toSatisfy(
      (error) => !JSON.stringify(error).includes('Zarina') && !String(error).includes('Zarina'),
    );
  });
});
