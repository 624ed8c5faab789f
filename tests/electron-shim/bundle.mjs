import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes one file of the stand-in, which starts a second sooner than compiling its sources as they load.
 * @param {string} root of the project.
 * @returns {Promise<string>} where the file is.
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

/** Before the tests of the window. */
export const setup = () => bundleShim(join(import.meta.dirname, '..', '..')).then(() => undefined);
