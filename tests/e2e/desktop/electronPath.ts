import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Returns Electron's program if it was fetched, or else null. It only looks, since the package itself would fetch it.
 */
export function electronPath(): string | null {
  const folder = dirname(createRequire(__filename).resolve('electron/package.json'));
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
