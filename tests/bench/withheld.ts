import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { runProcess, type Run } from './runProcess';

/** Runs the built command line as a process of its own, as a person would. */
export const withheld = (args: readonly string[], until?: RegExp): Promise<Run> =>
  runProcess(process.execPath, [join(appRoot(), 'dist', 'cli.js'), ...args, '--json'], {
    env: { WITHHELD_PASSPHRASE: 'a passphrase for nothing but timing' },
    ...(until && { until }),
  });
