import { join } from 'node:path';

const NAMES = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/u;

/**
 * Returns the file that an address means; null unless its path is made of plain names only. So none leads out of the
 * folder, however it is written.
 */
export function resolveAsset(folder: string, pathname: string): string | null {
  const path = pathname === '/' ? '/index.html' : pathname;
  return NAMES.test(path) ? join(folder, ...path.split('/')) : null;
}
