import { expect, test } from 'vitest';
import { runTool } from '../../main/system/runTool';

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
  expect(performance.now() - started).toBeLessThan(2000);
});
