import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nameKnowledge as names } from '../../../../main/detect/nameKnowledge';
import { exportProject } from '../../../../main/app/exportProject';
import { verifyProject } from '../../../../main/verify/verifyProject';
import type { Vault } from '../../../../main/vault/Vault';
import type { Progress } from '../../../../shared/contract/envelope';
import type { AppError } from '../../../../shared/model/errors';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { makeProject, runExport } from '../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { INTERVIEWS, truthOf } from '../../../support/speech';
import { expectWithin, patience } from '../../../support/patience';

const at = useTemporaryFolder();
const NAME = 'Aigul Bekova';
let vault: Vault;

beforeAll(async () => {
  const source = at('interview with Aigul.flac');
  await ffmpeg('-i', `${INTERVIEWS}/short-40s.flac`, '-t', '15', '-metadata', `title=${NAME}`, source);
  const words = truthOf('short-40s').filter(({ end }) => end < 15);
  vault = await makeProject(at('interview.withheld'), source, { words, marks: [{ text: NAME }] });
});
afterAll(() => {
  vault.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const verified = (dir: string) => verifyProject(vault, dir, { names });
const namesIn = async (dir: string) => (await readdir(dir)).sort();

test('what is exported by default is safe to publish: neutral names, markers, masked sound, a record', async () => {
  const out = at('defaults');
  const stages = new Set<string>();
  const onProgress = ({ stage, done, total }: Progress) => {
    expect(done).toBeLessThanOrEqual(total);
    stages.add(stage);
  };
  const { files, checks } = await exportProject(vault, { out }, { names, onProgress });
  expect(files.map(({ name }) => name)).toEqual([
    'recording.m4a',
    'report.html',
    'report.json',
    'transcript.docx',
    'transcript.txt',
  ]);
  expect(await namesIn(out)).toEqual([
    'recording.m4a',
    'report.html',
    'report.json',
    'transcript.docx',
    'transcript.txt',
  ]);
  expect(checks.length).toBeGreaterThan(10);
  expect(checks.every(({ ok }) => ok)).toBe(true);
  expect([...stages]).toEqual(['export', 'verify']);
  const text = await readFile(join(out, 'transcript.txt'), 'utf8');
  expect(text).toMatch(/^Interview\n/u);
  expect(text).toContain('(DELETED)');
  expect(text).not.toMatch(/aigul|bekova/iu);
  expect((await verified(out)).filter(({ ok }) => !ok)).toEqual([]);
  expect(vault.document.exports.at(-1)?.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
});

describe('the folder', () => {
  test('is replaced as a whole by the next export of the same project', async () => {
    const out = at('again');
    await runExport(vault, { out, formats: ['txt', 'html'], media: 'none' });
    await mkdir(join(out, '.withheld-0123456789abcdef.part'));
    await runExport(vault, { out, formats: ['txt', 'json'], media: 'none', title: 'Second' });
    expect(await namesIn(out)).toEqual(['report.html', 'report.json', 'transcript.json', 'transcript.txt']);
    expect(await readFile(join(out, 'transcript.txt'), 'utf8')).toMatch(/^Second\n/u);
  });

  test.each([
    ['a foreign file', async (out: string) => writeFile(join(out, 'notes.txt'), 'mine')],
    [
      'a file of ours that was changed',
      async (out: string) => writeFile(join(out, 'transcript.txt'), 'mine'),
    ],
    ['a folder', async (out: string) => mkdir(join(out, 'transcript.txt'))],
  ])('is not touched when it holds %s', async (name, put) => {
    const out = at(`foreign ${name}`);
    await mkdir(out);
    await put(out);
    const before = await namesIn(out);
    await expect(runExport(vault, { out, media: 'none' })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(await namesIn(out)).toEqual(before);
  });

  test('cannot be a file', async () => {
    const out = at('a file');
    await writeFile(out, 'mine');
    await expect(runExport(vault, { out, media: 'none' })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(await readFile(out, 'utf8')).toBe('mine');
  });
});

/** Makes a program that does what ffmpeg does, and then something to the file that it wrote. */
async function brokenFfmpeg(afterwards: string): Promise<void> {
  const script = at('broken-ffmpeg');
  const lines = ['#!/bin/sh', 'ffmpeg "$@" || exit $?', 'for last; do :; done', 'file="${last#file:}"'];
  await writeFile(script, [...lines, `case "$file" in */recording.*) ${afterwards};; esac`, ''].join('\n'));
  await chmod(script, 0o755);
  vi.stubEnv('WITHHELD_FFMPEG', script);
}

test('an export that fails verification is removed, and the error does not quote the word', async () => {
  await brokenFfmpeg(`printf '${NAME} ${NAME}' >> "$file"`);
  const out = at('fails');
  const records = vault.document.exports.length;
  const error: unknown = await runExport(vault, { out }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'VERIFY_FAILED' });
  expect((error as Error).message).toMatch(/recording\.m4a/u);
  // The error tells each failed check: the word in the file, and bytes that are in none of its boxes.
  const { checks = [] } = error as AppError;
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['no withheld word', 'nothing but the recording in the file']),
  );
  expect(JSON.stringify([(error as Error).message, error])).not.toMatch(/aigul|bekova/iu);
  await expect(readdir(out)).rejects.toThrow();
  expect(vault.document.exports.length).toBe(records);
});

test('an encoder that fails is reported, and nothing is left', async () => {
  await brokenFfmpeg('exit 1');
  const out = at('encoder fails');
  await expect(runExport(vault, { out })).rejects.toMatchObject({ code: 'TOOL_FAILED' });
  await expect(readdir(out)).rejects.toThrow();
});

test('a cancelled export ends within two seconds and leaves the folder as it was', async () => {
  const out = at('cancelled');
  await runExport(vault, { out, media: 'none' });
  const before = await namesIn(out);
  for (const stage of ['export', 'verify']) {
    const controller = new AbortController();
    let asked = 0;
    const onProgress = (progress: Progress) => {
      if (progress.stage !== stage || asked > 0) return;
      asked = performance.now();
      controller.abort();
    };
    const running = exportProject(vault, { out }, { names, signal: controller.signal, onProgress });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expectWithin(2000, performance.now() - asked);
    expect(await namesIn(out)).toEqual(before);
  }
});

test('what is marked after an export makes its verification fail until it is exported again', async () => {
  const out = at('outdated');
  const last = vault.undoLabel;
  await runExport(vault, { out, formats: ['txt'], media: 'audio', audioFormat: 'opus', disguise: true });
  // An undo never takes back that something was published.
  expect(vault.undoLabel).toBe(last);
  const { command } = makeMarks(vault.document, [{ text: 'Aktobe' }]);
  if (!command) throw new Error('nothing was marked');
  vault.execute(command);
  const failed = (await verified(out)).filter(({ ok }) => !ok).map(({ name, file }) => [name, file]);
  expect(failed).toContainEqual(['withheld as the project is now', 'recording.opus']);
  expect(failed).toContainEqual(['word for word', 'transcript.txt']);
  await runExport(vault, { out, formats: ['txt'], media: 'audio', audioFormat: 'opus' });
  expect((await verified(out)).every(({ ok }) => ok)).toBe(true);
  vault.undo();
});

test('what stands in the place of a recording fails, and no tool is left running', async () => {
  const tools = () => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;
  await exportProject(vault, { out: at('replaced'), formats: [] }, { names });
  const before = tools();
  for (const bytes of ['', 'no recording']) {
    await writeFile(at('replaced/recording.m4a'), bytes);
    const failed = (await verified(at('replaced'))).filter(({ ok }) => !ok).map(({ name }) => name);
    expect(failed).toEqual(expect.arrayContaining(['unchanged', 'masked as planned', 'length']));
    await vi.waitFor(() => expect(tools()).toBe(before), { timeout: await patience(5000) });
  }
});

test('a folder that was given a withheld name as its own is not passed', async () => {
  await exportProject(vault, { out: at('plain'), media: 'none' }, { names });
  await rename(at('plain'), at('for Bekova'));
  const failed = (await verified(at('for Bekova'))).filter(({ ok }) => !ok);
  expect(failed.map(({ name }) => name)).toEqual(['name of the folder']);
});

test('a folder that is no export of the project is not verified', async () => {
  await expect(verified(at('nowhere'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  await mkdir(at('empty'));
  await expect(verified(at('empty'))).rejects.toMatchObject({ code: 'EXPORT_UNSUPPORTED' });
});
