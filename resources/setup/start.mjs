/**
 * Opens the app: in Electron if its program is there or can be fetched, else in Chromium through the stand-in that the
 * tests use. What is typed behind `npm start --` goes to the app.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleShim } from '../../tests/electron-shim/bundle.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PACKAGE = join(ROOT, 'node_modules', 'electron');
const say = (text) => process.stderr.write(`${text}\n`);

function electronPath() {
  const file = join(PACKAGE, 'path.txt');
  const path = existsSync(file) && join(PACKAGE, 'dist', readFileSync(file, 'utf8'));
  return path && existsSync(path) ? path : null;
}

/** Fetches Electron's program in the package's own way, as on its first use. */
function fetchElectron() {
  say('Fetching Electron…');
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore' });
  return electronPath();
}

const typed = process.argv.slice(2);
const electron = electronPath() ?? fetchElectron();
if (!electron) {
  say(
    'Electron cannot be fetched here, so the window is one of Chromium’s: for trying Withheld, not for work.',
  );
}
const [program, args] = electron ? [electron, [ROOT]] : [process.execPath, [await bundleShim(ROOT)]];
// `npm run` starts programs in the package's folder; paths were typed in the folder the person is in.
const cwd = process.env.INIT_CWD ?? process.cwd();
const app = spawn(program, [...args, ...typed], { cwd, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill(signal));
app.on('exit', (code) => process.exit(code ?? 1));
