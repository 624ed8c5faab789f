import { CommanderError } from 'commander';
import { t } from '../../shared/messages/messages';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import { Client } from './Client';
import { createProgram } from './createProgram';
import { describePlaces } from './describePlaces';
import type { Output } from './Output';
import { describeCheck, Printer } from './Printer';
import { speakUsage } from './speakHelp';
import { usageSentence } from './usageSentence';

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
  // A second interrupt exits at once: the person does not want to wait until all is put away.
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
    const shape: AppErrorShape =
      error instanceof CommanderError
        ? { code: 'USAGE', message: usageSentence(error), next: t('See withheld --help.') }
        : toAppErrorShape(error);
    if (shape.code === 'INTERNAL' && process.env.WITHHELD_DEBUG) console.error(error);
    if (args.includes('--json')) print.error(shape);
    stderr.write(`${shape.message} ${shape.next}\n`);
    for (const check of shape.checks ?? []) {
      stderr.write(`${describeCheck({ ...check, ok: false })}\n`);
      for (const { from, to } of check.places ?? []) {
        const place = `${from.toFixed(2)}-${to.toFixed(2)}`;
        const next = t('listen there; if it is not said: {command}', {
          command: `${speakUsage('withheld overrule <interview>')} ${place}`,
        });
        stderr.write(`    ${next}\n`);
      }
    }
    for (const line of describePlaces(shape.places ?? [])) stderr.write(`${line}\n`);
    return shape.code === 'USAGE' ? 2 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await client.close();
  }
}
