import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { runProcess } from './runProcess';

/**
 * Builds whisper.cpp's own `whisper-cli` as whisper.cpp builds by default, without any flag of ours. Does nothing when
 * it is built.
 * @returns the program's path.
 */
export async function buildWhisperCli(): Promise<string> {
  const sources = join(appRoot(), 'node_modules', 'nodejs-whisper', 'cpp', 'whisper.cpp');
  const target = join(appRoot(), 'build', 'whisper-cli');
  const jobs = String(availableParallelism());
  await runProcess('cmake', ['-S', sources, '-B', target]);
  await runProcess('cmake', ['--build', target, '--target', 'whisper-cli', '--parallel', jobs]);
  return join(target, 'bin', 'whisper-cli');
}
