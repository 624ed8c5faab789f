import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { FIXTURES, withheld, withheldJson } from '../../../support/commandLine';
import { giveFile, notFound, redirectTo } from '../../../support/fileServer';
import { toolPath } from '../../../../main/system/toolPath';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { MODEL, useModelHost, writeModelList } from '../../../support/modelList';
import { DEMO_MODEL } from '../../../support/speech';

const at = useTemporaryFolder();
const host = useModelHost(at);

const models = (...args: string[]) => withheld(['models', ...args], { env: host.env });
const errorOf = (stdout: string) => (JSON.parse(stdout) as { error: { code: string; next: string } }).error;
const modelOf = async (name: string) => {
  const { models: all } = await withheldJson<Result<'models.list'>>(['models', 'list'], { env: host.env });
  return all.find((model) => model.name === name);
};
const left = () => (existsSync(host.folder) ? readdirSync(host.folder).sort() : []);

describe('withheld models get', () => {
  it('asks nobody until a person agrees, and says before whom it will ask and for how much', async () => {
    const { code, stdout, stderr } = await models('get', 'small', '--json');
    expect(code).toBe(2);
    expect(errorOf(stdout)).toMatchObject({
      code: 'USAGE',
      next: expect.stringContaining('--yes') as string,
    });
    expect(stderr).toContain(`127.0.0.1:${host.server.port}`);
    expect(stderr).toContain(new Intl.NumberFormat('en').format(MODEL.length));
    expect(host.server.asked).toEqual([]);
    expect(left()).toEqual([]);
  });

  it('puts a model in place that can be asked for by its name, and asks nobody for what is there', async () => {
    host.server.answer = giveFile(MODEL);
    const got = await withheldJson<Result<'models.get'>>(['models', 'get', 'small', '--yes'], {
      env: host.env,
    });
    expect(got).toMatchObject({ name: 'small', bytes: MODEL.length, before: false });
    expect(host.server.asked.map(({ url }) => url)).toEqual(['/ggml-small.bin']);
    expect(left()).toEqual(['ggml-small.bin']);
    expect(await modelOf('small')).toMatchObject({ present: true });
    const again = await withheldJson<Result<'models.get'>>(['models', 'get', 'small'], { env: host.env });
    expect(again).toMatchObject({ before: true, sha256: got.sha256 });
    expect(host.server.asked).toHaveLength(1);
    // A damaged model is not got unasked either.
    writeFileSync(`${host.folder}/ggml-small.bin`, MODEL.subarray(0, 1000));
    const damaged = await models('get', 'small', '--json');
    expect(errorOf(damaged.stdout).code).toBe('MODEL_TRUNCATED');
    expect(host.server.asked).toHaveLength(1);
    expect((await models('remove', 'small')).code).toBe(0);
    expect((await models('get', 'small', '--yes')).code).toBe(0);
    expect(readFileSync(`${host.folder}/ggml-small.bin`).equals(MODEL)).toBe(true);
  });

  it.each([
    ['with another digest', () => giveFile(Buffer.from(MODEL.map((byte) => byte ^ 1))), 'DOWNLOAD_WRONG'],
    ['elsewhere', () => redirectTo('https://models.example/ggml-small.bin'), 'HOST_NOT_ALLOWED'],
    ['that is not there', () => notFound, 'DOWNLOAD_FAILED'],
  ])('a file %s: is refused in a sentence, and leaves nothing in place', async (_, answer, expected) => {
    host.server.answer = answer();
    const { code, stdout, stderr } = await models('get', 'small', '--yes', '--json');
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe(expected);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^\S.*\. \S.*\.$/u);
    expect(left().filter((name) => name.endsWith('.bin'))).toEqual([]);
  });

  it('knows published models only, and a list of its own only for this machine', async () => {
    for (const name of ['demo', 'enormous', '../small', 'https://models.example/x']) {
      const { code, stdout } = await models('get', name, '--yes', '--json');
      expect(code).toBe(1);
      expect(errorOf(stdout).code).toBe('MODEL_MISSING');
    }
    Object.assign(host.env, writeModelList(at('elsewhere.json'), 'https://models.example/'));
    const { code, stdout } = await models('get', 'small', '--yes', '--json');
    expect(code).toBe(2);
    expect(errorOf(stdout).code).toBe('USAGE');
    expect(host.server.asked).toEqual([]);
  });
});

describe('withheld models add and remove', () => {
  it('knows a published model by its digest, whatever the file is called', async () => {
    copyFileSync(DEMO_MODEL, at('from a stick.bin'));
    const added = await withheldJson<Result<'models.add'>>(['models', 'add', at('from a stick.bin')], {
      env: host.env,
    });
    expect(added).toMatchObject({ name: 'small', published: true });
    expect(left()).toEqual(['ggml-small.bin']);
    await withheldJson(['models', 'remove', 'small'], { env: host.env });
    expect(left()).toEqual([]);
    expect(await modelOf('small')).toMatchObject({ present: false });
    expect(host.server.asked).toEqual([]);
  });

  it('takes another model under its own name, by which it transcribes', async () => {
    const other = Buffer.from(MODEL);
    other.writeUInt8((other.readUInt8(other.length - 1) + 1) % 256, other.length - 1);
    writeFileSync(at('ggml-small-q5_1.bin'), other);
    const added = await withheldJson<Result<'models.add'>>(['models', 'add', at('ggml-small-q5_1.bin')], {
      env: host.env,
    });
    expect(added).toMatchObject({ name: 'small-q5_1', published: false });
    expect(await modelOf('small-q5_1')).toMatchObject({ present: true, own: true, multilingual: false });
    const project = at('own.withheld');
    await withheldJson(['new', project, '--media', join(FIXTURES, 'interviews', 'short-40s.flac')]);
    const transcribe = ['transcribe', project, '--model', 'small-q5_1', '--language', 'en'];
    const { words } = await withheldJson<Result<'transcribe.run'>>(transcribe, { env: host.env });
    expect(words).toBeGreaterThan(20);
    // Adding the same file again does no harm, but another file of that name is refused.
    await withheldJson(['models', 'add', at('ggml-small-q5_1.bin')], { env: host.env });
    mkdirSync(at('other'));
    other.writeUInt8((other.readUInt8(other.length - 2) + 1) % 256, other.length - 2);
    writeFileSync(at('other/ggml-small-q5_1.bin'), other);
    const { code, stdout } = await models('add', at('other/ggml-small-q5_1.bin'), '--json');
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('FILE_EXISTS');
    await withheldJson(['models', 'remove', 'small-q5_1'], { env: host.env });
    expect(left()).toEqual([]);
  });

  it('refuses what is no whole model, and what is only called like one', async () => {
    const other = Buffer.from(MODEL);
    other.writeUInt8((other.readUInt8(other.length - 1) + 1) % 256, other.length - 1);
    writeFileSync(at('ggml-small.bin'), other);
    writeFileSync(at('half.bin'), MODEL.subarray(0, MODEL.length / 2));
    writeFileSync(at('text.bin'), 'Not every file is a model.');
    for (const [file, expected] of [
      ['ggml-small.bin', 'MODEL_INVALID'],
      ['half.bin', 'MODEL_TRUNCATED'],
      ['text.bin', 'MODEL_INVALID'],
      ['nowhere.bin', 'MODEL_MISSING'],
    ] as const) {
      const { code, stdout } = await models('add', at(file), '--json');
      expect(code).toBe(1);
      expect(errorOf(stdout).code).toBe(expected);
    }
    expect(left()).toEqual([]);
  });

  it('removes nothing that is not in the models folder', async () => {
    writeFileSync(at('ggml-mine.bin'), MODEL);
    for (const name of ['demo', 'small', at('ggml-mine.bin'), '../ggml-mine.bin', 'mine'])
      expect((await models('remove', name)).code).not.toBe(0);
    expect(existsSync(DEMO_MODEL) && existsSync(at('ggml-mine.bin'))).toBe(true);
  });
});

describe('withheld models list', () => {
  it('says what is there, what it needs, and what suits this machine and a language', async () => {
    const english = await withheldJson<Result<'models.list'>>(['models', 'list', '--language', 'en'], {
      env: host.env,
    });
    expect(english.recommended).toMatchObject({
      name: 'small.en',
      why: expect.stringContaining('English') as string,
    });
    const kazakh = await withheldJson<Result<'models.list'>>(['models', 'list', '--language', 'kk'], {
      env: host.env,
    });
    expect(kazakh.recommended).toMatchObject({
      name: 'small',
      why: expect.stringContaining('Kazakh') as string,
    });
    const { code, stdout } = await models('list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}demo +here /mu);
    expect(stdout).toMatch(/^Recommended: small\. /mu);
    expect(stdout).toContain(host.folder);
    expect(host.server.asked).toEqual([]);
  });

  it('tells how fast one recognises speech on the processor', async () => {
    const { name, seconds, devices } = await withheldJson<Result<'models.test'>>(['models', 'test', 'demo']);
    expect(name).toBe('demo');
    expect(seconds).toBeCloseTo(29, 1);
    expect(devices[0]).toMatchObject({ name: 'cpu' });
    expect(devices[0]?.took).toBeGreaterThan(0);
  });

  it('tells of a graphics processor that cannot be used, and of the processor all the same', async () => {
    const pretending = at('pretending');
    // It says that there is such a device, and the real program, asked for it, knows none of that name.
    const told = String.raw`s/"devices":\[/&{"name":"Vulkan9","description":"a graphics card"},/; s/},\]/}]/`;
    writeFileSync(pretending, `#!/bin/sh\n'${toolPath('transcriber')}' | sed -u '${told}'\n`, {
      mode: 0o700,
    });
    const env = { WITHHELD_TRANSCRIBER: pretending };
    const { stdout, code } = await withheld(['models', 'test', 'demo'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}cpu +[\d.]+ s, [\d.]+ times as fast/mu);
    expect(stdout).toMatch(
      /^ {2}Vulkan9 +cannot be used; the processor does its work {2}\(a graphics card\)$/mu,
    );
  });

  it.each([[['models', 'test', 'none-such']], [['models', 'test', 'demo', 'demo']]])(
    '%j: is refused',
    async (args) => {
      const { code, stdout } = await withheld([...args, '--json']);
      expect(code).not.toBe(0);
      expect(errorOf(stdout).next).not.toBe('');
    },
  );

  it.each([
    [['models']],
    [['models', 'frobnicate']],
    [['models', 'get']],
    [['models', 'list', '--language']],
  ])('%j: is wrong usage', async (args) => {
    expect((await withheld(args, { env: host.env })).code).toBe(2);
  });
});
