import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from './appRoot';

/** A file that is built with the app: beside the bundle that this is part of; from sources, in the folder of bundles. */
export function bundledFile(name: string): string {
  const beside = join(__dirname, name);
  return existsSync(beside) ? beside : join(appRoot(), 'dist', name);
}
