import { Writable } from 'node:stream';
import { join } from 'node:path';
import { runCli } from '../../main/cli/runCli';

export interface Answer {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string | undefined>;
}

export const ROOT = join(import.meta.dirname, '..', '..');
export const FIXTURES = join(ROOT, 'tests', 'fixtures');
export const PASSPHRASE = 'correct horse battery staple';

/**
 * Runs the command line in this process. It leaves out only the start of a program, which takes longer than most
 * commands. Signals, standard input and what is left behind are tested with the program itself (`tests/e2e`).
 */
export async function withheld(args: readonly string[], { env = {} }: RunOptions = {}): Promise<Answer> {
  const [stdout, stderr] = [sink(), sink()];
  const before = { ...process.env };
  const given: Record<string, string | undefined> = { WITHHELD_PASSPHRASE: PASSPHRASE, ...env };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  try {
    const code = await runCli(args, { stdout: stdout.stream, stderr: stderr.stream });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.env = before;
  }
}

/** Runs a command that must succeed and returns its one JSON document. */
export async function withheldJson<T>(args: readonly string[], options?: RunOptions): Promise<T> {
  const { code, stdout, stderr } = await withheld([...args, '--json'], options);
  if (code !== 0) throw new Error(`withheld ${args[0]} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function sink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
