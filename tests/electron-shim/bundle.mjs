import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the stand-in into one file, which starts a second sooner than sources that are compiled as they load.
 * @param {string} root of the project.
 * @returns {Promise<string>} the path of the file.
 */
export async function bundleShim(root) {
  const outfile = join(root, 'node_modules', '.withheld', 'electron-shim.cjs');
  const folder = join(root, 'tests', 'electron-shim');
  await build({
    absWorkingDir: root,
    entryPoints: [join(folder, 'run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    define: { __dirname: JSON.stringify(folder) },
  });
  return outfile;
}

/** Runs before the tests of the window. */
export const setup = () => bundleShim(join(import.meta.dirname, '..', '..')).then(() => undefined);
