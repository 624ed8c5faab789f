import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds what the app comes with: the one of `package.json` from sources and from the bundle in `dist/`.
 * When packaged that is an archive, in which the programs that are started cannot read; what they need lies beside it.
 */
export function appRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json is not above this program');
    folder = parent;
  }
  return folder.replace(/\.asar$/u, '.asar.unpacked');
}
