import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { runTool } from '../../../../main/system/runTool';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { expectWithin } from '../../../support/patience';

const at = useTemporaryFolder();
afterEach(() => {
  vi.unstubAllEnvs();
});

const silence = (seconds: number) => [
  '-v',
  'error',
  '-f',
  'lavfi',
  '-i',
  `anullsrc=d=${seconds}`,
  '-f',
  'u8',
  '-',
];

test('what a tool wrote is there for a reader who comes after it has ended', async () => {
  const tool = runTool('ffmpeg', silence(0.5));
  tool.stdin.end();
  const { code } = await tool.done;
  expect(code).toBe(0);
  let bytes = 0;
  for await (const chunk of tool.stdout) bytes += (chunk as Buffer).length;
  expect(bytes).toBe(44_100);
});

test('a reader who is slow holds the tool back', async () => {
  const tool = runTool('ffmpeg', silence(600));
  tool.stdin.end();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(tool.child.exitCode).toBeNull();
  expect(tool.stdout.readableLength).toBeLessThan(1 << 20);
  tool.child.kill('SIGKILL');
  const { signal } = await tool.done;
  expect(signal).toBe('SIGKILL');
});

test('a cancelled tool ends at once and says that it was cancelled', async () => {
  const controller = new AbortController();
  const tool = runTool('ffmpeg', silence(1e6), { signal: controller.signal });
  const started = performance.now();
  setTimeout(() => {
    controller.abort();
  }, 100);
  await expect(tool.done).rejects.toMatchObject({ code: 'CANCELLED' });
  await expectWithin(2000, performance.now() - started);
});

test('a tool is not told the passphrase, and keeps no log', async () => {
  vi.stubEnv('WITHHELD_PASSPHRASE', 'of no use to tools');
  vi.stubEnv('FFREPORT', `file=${at('log.txt')}`);
  const logged = runTool('ffmpeg', silence(0.1));
  logged.stdin.end();
  logged.stdout.resume();
  expect((await logged.done).code).toBe(0);
  expect(await readdir(at('.'))).toEqual([]);

  await writeFile(at('tool'), `#!/bin/sh\nenv > '${at('told')}'\n`);
  await chmod(at('tool'), 0o700);
  vi.stubEnv('WITHHELD_FFMPEG', at('tool'));
  const tool = runTool('ffmpeg', [], { env: { ...process.env, MORE: 'yes' } });
  tool.stdin.end();
  await tool.done;
  const told = await readFile(at('told'), 'utf8');
  expect(told).toContain('MORE=yes');
  expect(told).not.toMatch(/of no use|FFREPORT/u);
});
