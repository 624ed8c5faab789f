import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '../../system/appRoot';

/** Reads one of the files that the app comes with for finding names; `npm run names:train` makes them. */
export const nameData = (file: string): Buffer => readFileSync(join(appRoot(), 'resources', 'names', file));
