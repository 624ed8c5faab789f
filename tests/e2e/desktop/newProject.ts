import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PASSPHRASE } from './openInterview';

const CLI = join(__dirname, '..', '..', '..', 'dist', 'cli.js');

/** Makes a project from files by the command line, with the passphrase that `unlock` types. */
export function newProject(project: string, from: { media?: string; transcript?: string }): void {
  const files = Object.entries(from).flatMap(([name, file]) => [`--${name}`, file]);
  execFileSync(process.execPath, [CLI, 'new', project, ...files], {
    env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE },
    stdio: 'pipe',
  });
}
