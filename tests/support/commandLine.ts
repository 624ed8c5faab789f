import { Writable } from 'node:stream';
import { join } from 'node:path';
import { runCli } from '../../main/cli/runCli';

export interface Answer {
  code: number;
  stdout: string;
  stderr: string;
}

type Environment = Record<string, string | undefined>;

export interface RunOptions {
  env?: Environment;
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
  const given: Environment = { WITHHELD_PASSPHRASE: PASSPHRASE, ...env };
  const before: Environment = Object.fromEntries(Object.keys(given).map((name) => [name, process.env[name]]));
  setEnvironment(given);
  try {
    const code = await runCli(args, { stdout: stdout.stream, stderr: stderr.stream });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    setEnvironment(before);
  }
}

/** Changes variables in place, since Vitest's `stubEnv` and the programs that are started share the object. */
function setEnvironment(variables: Environment): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
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
