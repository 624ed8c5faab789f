import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Returns the folder of what comes with the app: that of `package.json`, from sources and from the bundle in `dist/`.
 * A packaged app is an archive, which the programs that it starts cannot read; what they need lies beside the archive.
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
