import { CommanderError } from 'commander';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import { Client } from './Client';
import { createProgram } from './createProgram';
import { describePlaces } from './describePlaces';
import type { Output } from './Output';
import { describeCheck, Printer } from './Printer';

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage.
 */
export async function runCli(
  args: readonly string[],
  { stdout, stderr }: Output = process,
): Promise<0 | 1 | 2> {
  const client = new Client(stderr);
  const print = new Printer(stdout);
  let asked = false;
  // Whoever asks twice does not want to wait for things to be put away.
  const interrupt = () => {
    if (asked) process.exit(1);
    asked = true;
    client.cancel();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await createProgram(client, print, { stdout, stderr }).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const shape = error instanceof CommanderError ? usageShape(error) : toAppErrorShape(error);
    if (shape.code === 'INTERNAL' && process.env.WITHHELD_DEBUG) console.error(error);
    if (args.includes('--json')) print.error(shape);
    stderr.write(`${shape.message} ${shape.next}\n`);
    for (const check of shape.checks ?? []) {
      stderr.write(`${describeCheck({ ...check, ok: false })}\n`);
      for (const { from, to } of check.places ?? []) {
        const place = `${from.toFixed(2)}-${to.toFixed(2)}`;
        stderr.write(`    listen there; if it is not said: withheld overrule <project> ${place}\n`);
      }
    }
    for (const line of describePlaces(shape.places ?? [])) stderr.write(`${line}\n`);
    return shape.code === 'USAGE' ? 2 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await client.close();
  }
}

/**
 * Commander's own words, made a sentence: `error: unknown option '--x'` → `Unknown option '--x'.` What was typed is
 * not repeated, since it may be what is to be withheld; names of options are.
 */
function usageShape({ code, message }: CommanderError): AppErrorShape {
  const text =
    code === 'commander.help'
      ? 'no command was given'
      : message.replace(/^error: /u, '').replace(/ '(?!--?[a-z-]+( [<[]|'))[^']*'(?= is invalid|\.|$)/gu, '');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/u, '');
  return { code: 'USAGE', message: `${sentence}.`, next: 'See withheld --help.' };
}
