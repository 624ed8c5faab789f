import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

export const ROOT = join(import.meta.dirname, '..', '..');
export const FIXTURES = join(ROOT, 'tests', 'fixtures');
export const PASSPHRASE = 'correct horse battery staple';

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface StartOptions {
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** The text on standard input. */
  input?: string;
}

/** Starts the real command line as a process of its own, as a person would. */
export function startWithheld(
  args: readonly string[],
  { env = {}, cwd = ROOT, input = '' }: StartOptions = {},
): { child: ChildProcess; outcome: Promise<Outcome> } {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      npm_lifecycle_event: undefined,
      WITHHELD_LANGUAGE: 'en',
      WITHHELD_PASSPHRASE: PASSPHRASE,
      ...env,
    },
  });
  // Many commands end without reading it.
  child.stdin.on('error', () => undefined).end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const outcome = new Promise<Outcome>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, outcome };
}

export const withheld = (args: readonly string[], options?: StartOptions): Promise<Outcome> =>
  startWithheld(args, options).outcome;

/** Runs a command that must succeed and returns its one JSON document. */
export async function withheldJson<T>(args: readonly string[], options?: StartOptions): Promise<T> {
  const { code, stdout, stderr } = await withheld([...args, '--json'], options);
  if (code !== 0) throw new Error(`withheld ${args[0]} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** Makes a folder for the tests of one file, and removes it afterwards. */
export function useFolder(): (name: string) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'withheld-e2e-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
