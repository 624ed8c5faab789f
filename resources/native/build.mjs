/**
 * Builds the native transcriber from the whisper.cpp sources that the npm package `nodejs-whisper` carries. Needs
 * cmake and a C++ compiler, no network. Run it, or call `buildTranscriber`; with nothing to do it only compares
 * stamps. `--cpu baseline|avx2|avx512 --into FOLDER` builds one beside it that hears as on such a processor, for tests
 * (WITHHELD_TRANSCRIBER=FOLDER/bin/withheld-transcriber).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const carrier = join(root, 'node_modules', 'nodejs-whisper');
const { values: asked } = parseArgs({
  options: { release: { type: 'boolean' }, cpu: { type: 'string' }, into: { type: 'string' } },
  // Other scripts that call this have options of their own.
  args: process.argv[1] === fileURLToPath(import.meta.url) ? process.argv.slice(2) : [],
});
const target = asked.into ? resolve(asked.into) : join(root, 'build', 'native');
const bin = join(target, 'bin');
const stamp = join(target, 'stamp');
const exe = platform() === 'win32' ? '.exe' : '';
/** CMake arguments for what is not ours to choose, such as a graphics card's library: `-DGGML_VULKAN=ON`. */
const cmakeArguments = (process.env.WITHHELD_CMAKE_ARGS ?? '').split(' ').filter(Boolean);

/**
 * Builds the transcriber, unless it is up to date.
 * @param {{ release?: boolean, log?: (line: string) => void }} options `release` builds for any CPU of this
 * architecture instead of the fastest for this one.
 * @returns {Promise<{ program: string, built: boolean }>} where the program is, and whether there was work to do.
 */
export async function buildTranscriber({ release = false, log = console.error } = {}) {
  const program = join(bin, `withheld-transcriber${exe}`);
  const wanted = await fingerprint(release);
  const isBuilt = async () =>
    existsSync(program) && (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
  if (await isBuilt()) return { program, built: false };
  log('Building the transcriber; this takes a minute or two.');
  await mkdir(bin, { recursive: true });
  return alone(async () => {
    if (await isBuilt()) return { program, built: false };
    await build(release);
    await writeFile(stamp, wanted);
    return { program, built: true };
  });
}

async function build(release) {
  const work = join(target, release ? 'release' : 'work');
  await rm(stamp, { force: true });
  // The configuration of another build must not linger; compiled files may.
  await rm(join(work, 'CMakeCache.txt'), { force: true });
  // prettier-ignore
  await run('cmake', [
    '-S', here, '-B', work,
    '-DCMAKE_BUILD_TYPE=Release',
    `-DWHISPER_CPP_DIR=${join(carrier, 'cpp', 'whisper.cpp')}`,
    `-DWITHHELD_RELEASE=${release ? 'ON' : 'OFF'}`,
    `-DWITHHELD_CPU=${asked.cpu ?? ''}`,
    ...cmakeArguments,
  ]);
  // prettier-ignore
  await run('cmake', [
    '--build', work, '--config', 'Release', '--target', 'withheld-transcriber',
    '--parallel', String(availableParallelism()),
  ]);
  await install(join(work, 'bin'));
}

/**
 * Does work while no other build does. Two builds in one folder would trip over each other: the second waits, and then
 * mostly finds its work done.
 */
async function alone(work) {
  const lock = join(target, 'lock');
  const take = () => writeFile(lock, String(process.pid), { flag: 'wx' });
  while (
    !(await take().then(
      () => true,
      () => false,
    ))
  ) {
    const owner = await readFile(lock, 'utf8').catch(() => '');
    if (owner !== '' && !isRunning(Number(owner))) await rm(lock, { force: true });
    else await setTimeout(300);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Returns a digest of all that a build depends on; when it changes, a new build is needed. A native build also belongs
 * to the processor that it was made on.
 */
async function fingerprint(release) {
  const hash = createHash('sha256');
  for (const name of (await readdir(here)).sort()) hash.update(name).update(await readFile(join(here, name)));
  const { version } = JSON.parse(await readFile(join(carrier, 'package.json'), 'utf8'));
  const machine = release ? arch() : `${arch()} ${cpus()[0]?.model ?? ''}`;
  const { CC, CXX, CFLAGS, CXXFLAGS } = process.env;
  hash.update(
    JSON.stringify([
      version,
      platform(),
      machine,
      release,
      asked.cpu,
      cmakeArguments,
      CC,
      CXX,
      CFLAGS,
      CXXFLAGS,
    ]),
  );
  return hash.digest('hex');
}

/** Moves what was built into place, each file at once: a transcriber may be running from there. */
async function install(from) {
  for (const name of await readdir(from)) {
    const part = join(bin, `${name}.part`);
    await copyFile(join(from, name), part);
    await rename(part, join(bin, name));
  }
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (text) => (output = (output + text).slice(-4000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () =>
      reject(new Error(`${command} could not be started. Install cmake and a C++ compiler, then try again.`)),
    );
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command} failed:\n${output}\nCorrect this and try again.`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { program } = await buildTranscriber({ release: asked.release });
    console.log(program);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
