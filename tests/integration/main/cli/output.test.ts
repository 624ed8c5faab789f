import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../../../support/makeMedia';

const at = useTemporaryFolder();

test('a reader who has had enough of the output is no failure', async () => {
  await writeFile(at('text.txt'), 'My name is Mira Oten. '.repeat(3));
  const args = ['--import', 'tsx', 'main/cli.ts', 'suggest', '--text', at('text.txt')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
