/**
 * Does everything that a fresh clone needs, in order, and skips each step that has nothing to do. It is plain Node
 * without packages, since it is what installs them. It speaks on stderr only: stdout belongs to the command that
 * follows.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingTools, installTools } from './systemTools.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const say = (text) => process.stderr.write(`${text}\n`);

/** Ends the set-up with what happened and what to do. */
function stop(message, next) {
  say(`${message} ${next}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Withheld needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
      'Install a newer one and try again.',
    );
  }
}

/** Runs `work` unless the stamp says that it was done with the same inputs. */
async function once(name, inputs, work) {
  const stamp = join(ROOT, 'node_modules', '.withheld', name);
  const digest = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function installPackages() {
  say('Installing packages…');
  // This is the npm that runs this script, and works where no npm is on PATH.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const { status } = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (status !== 0)
    stop(
      'The packages could not be installed.',
      'Check that the package registry can be reached, then try again.',
    );
}

checkNode();
const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
await once('packages', [lock, process.platform, process.arch, process.versions.modules], installPackages);
const missing = missingTools(ROOT);
if (missing.length > 0) installTools(missing, say, stop);
try {
  const { buildTranscriber } = await import('../native/build.mjs');
  await buildTranscriber({ log: say });
} catch (error) {
  stop('The transcriber could not be built.', error.message);
}
const { bundleMain, bundleRenderer, mainInputs, rendererInputs } = await import('./bundle.mjs');
await once('main', [lock, mainInputs(ROOT)], () => bundleMain(ROOT));
// The command line has no use for the window's page.
if (!process.argv.includes('--no-window')) {
  await once('renderer', [lock, rendererInputs(ROOT)], () => bundleRenderer(ROOT));
}
