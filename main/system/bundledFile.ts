import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from './appRoot';

/** Finds a file that is built with the app: beside this bundle, or, from sources, in the folder of bundles. */
export function bundledFile(name: string): string {
  const beside = join(__dirname, name);
  return existsSync(beside) ? beside : join(appRoot(), 'dist', name);
}
