import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { readAll } from '../../../support/makeMedia';
import { code, PASSPHRASE, setNextId, textsOf, useVaults } from './vaultWorld';

const { at, newPath, create, open } = useVaults();

function start(what: string, path: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const script = join(import.meta.dirname, 'vaultChild.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, what, path, PASSPHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
}

describe('a passphrase', () => {
  it('opens with a passphrase typed in another Unicode form', async () => {
    const path = newPath();
    (await create(path)).close();
    expect(PASSPHRASE.normalize('NFD')).not.toBe(PASSPHRASE);
    await open(path, PASSPHRASE.normalize('NFD'));
  });
});

describe('a project that is open', () => {
  it('is refused to a second one, in this program and in another, until the first is closed', async () => {
    const shared = newPath();
    const first = await create(shared);
    await expect(open(shared)).rejects.toEqual(code('PROJECT_BUSY'));
    await symlink(shared, `${shared}.link`);
    await expect(open(`${shared}.link`)).rejects.toEqual(code('PROJECT_BUSY'));
    const answer = async () => (await start('open', shared).lines.next()).value as string;
    expect(await answer()).toBe('PROJECT_BUSY');
    first.execute(setNextId(5));
    first.close();
    expect(await answer()).toBe('open');

    const { child, lines } = start('hold', shared);
    expect((await lines.next()).value).toBe('open');
    await expect(open(shared)).rejects.toEqual(code('PROJECT_BUSY'));
    await kill(child);
    expect((await open(shared)).document.nextId).toBe(5);
  });

  it('says when the file may not be read, or not be written', async () => {
    const made = newPath();
    (await create(made)).close();
    const bytes = readFileSync(made);
    const folder = at('for others');
    await mkdir(folder, { mode: 0o755 });
    chmodSync(dirname(folder), 0o755);
    const file = join(folder, 'p.withheld');
    const asNobody = async (mode: number) => {
      rmSync(file, { force: true });
      writeFileSync(file, bytes, { mode });
      const script = join(import.meta.dirname, 'vaultChild.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', script, 'open', file, PASSPHRASE], {
        stdio: ['ignore', 'pipe', 'inherit'],
        // Root may do anything, so only another user shows what a mode means.
        ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
      });
      return (await readAll(child.stdout)).toString().trim();
    };
    expect(await asNobody(0o000)).toBe('FILE_NOT_READABLE');
    expect(await asNobody(0o444)).toBe('FILE_NOT_WRITABLE');
  });
});

describe('a program that is killed', () => {
  it('leaves at most an encrypted part file when it is killed', async () => {
    const folder = at('killed');
    await mkdir(folder);
    const { child, lines } = start('create', join(folder, 'p.withheld'));
    for (let i = 0; i < 30; i++) await lines.next();
    await kill(child);
    const [name = '', ...others] = readdirSync(folder);
    expect(name).toMatch(/^\.withheld-[0-9a-f]{16}\.part$/);
    expect(others).toEqual([]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, name)).includes('CREATE TABLE')).toBe(false);
  });

  it('has lost nothing that was said to be durable, at whatever moment', async () => {
    const path = newPath();
    (await create(path)).close();
    let durable = 1;
    for (let round = 0; round < 4; round++) {
      const { child, lines } = start('execute', path);
      const wanted = 1 + Math.floor(Math.random() * 120);
      for (let i = 0; i < wanted; i++) durable = Number((await lines.next()).value);
      await kill(child);
      // Output that was in the pipe before it died counts, too.
      for (let line = await lines.next(); !line.done; line = await lines.next()) durable = Number(line.value);
      const vault = await open(path);
      // One more command may be durable without having been reported.
      expect([durable, durable + 1]).toContain(vault.document.nextId);
      expect(new Set(textsOf(vault))).toEqual(new Set([`word${vault.document.nextId}`]));
      vault.close();
    }
  });
});
