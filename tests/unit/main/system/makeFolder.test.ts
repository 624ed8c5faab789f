import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../main/system/makeFolder';

describe('makeFolder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'withheld-'));
    await writeFile(join(folder, 'file'), '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes what is missing and says whether it did', async () => {
    const path = join(folder, 'a', 'b', 'c');
    expect(await makeFolder(path)).toBe(true);
    expect((await stat(path)).isDirectory()).toBe(true);
    expect(await makeFolder(path)).toBe(false);
  });

  it('ends where nothing can be made', async () => {
    const system = process.platform === 'linux' ? '/proc/withheld/a' : join(folder, 'file', 'a');
    await expect(makeFolder(system)).rejects.toThrow();
    await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'file', 'a'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
