import { copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bundles every entry of `main/` into `dist/` as CommonJS: Electron's entry and preload, the command line, and one file
 * for each `*.worker.ts`. Packages with files of their own stay outside, except `onnxruntime-web`: of its 134 MB only
 * one file of 14 MB is needed.
 */
export async function bundleMain(root) {
  const { build } = await import('esbuild');
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
    external: ['electron', '@signalapp/sqlcipher', 'ffmpeg-static'],
  });
  const wasm = 'ort-wasm-simd-threaded.wasm';
  copyFileSync(join(root, 'node_modules', 'onnxruntime-web', 'dist', wasm), join(root, 'dist', wasm));
}

/** Builds the window's page into `dist/renderer/`. */
export async function bundleRenderer(root) {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.mts'), logLevel: 'warn' });
}

/** Returns what each bundle is made from, to tell whether it is up to date. */
export const mainInputs = (root) =>
  contentsOf(root, ['main', 'shared', 'resources/models.json', 'resources/setup/bundle.mjs']);
export const rendererInputs = (root) => contentsOf(root, ['renderer', 'shared', 'vite.config.mts']);

function contentsOf(root, paths) {
  return paths.flatMap((path) => {
    const files = statSync(join(root, path)).isFile()
      ? [path]
      : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((file) => file.slice(root.length + 1))
          .sort();
    return files.map((file) => [file, readFileSync(join(root, file), 'utf8')]);
  });
}
