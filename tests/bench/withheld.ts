import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { runProcess, type Run } from './runProcess';

/** Runs the built command line as a process of its own, with the flag of `npm run withheld`. */
export const withheld = (args: readonly string[], until?: RegExp): Promise<Run> =>
  runProcess(
    process.execPath,
    ['--max-semi-space-size=4', join(appRoot(), 'dist', 'cli.js'), ...args, '--json'],
    {
      env: { WITHHELD_PASSPHRASE: 'a passphrase for nothing but timing' },
      ...(until && { until }),
    },
  );
