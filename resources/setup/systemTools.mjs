import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Programs that no package registry of Node carries, and the Debian package of each. */
const TOOLS = [
  { names: ['ffmpeg'], environment: 'WITHHELD_FFMPEG', bundled: 'ffmpeg-static', debian: 'ffmpeg' },
  { names: ['ffprobe'], environment: 'WITHHELD_FFPROBE', debian: 'ffmpeg' },
  { names: ['cmake'], debian: 'cmake' },
  { names: ['make', 'gmake', 'ninja'], debian: 'make' },
  { names: ['g++', 'c++', 'clang++'], debian: 'g++' },
  {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    environment: 'WITHHELD_CHROMIUM',
    debian: 'chromium',
  },
  { names: ['Xvfb'], debian: 'xvfb', only: 'linux' },
];

/** @returns {typeof TOOLS} the tools that are nowhere to be found. */
export function missingTools(root) {
  return TOOLS.filter((tool) => !(tool.only && tool.only !== process.platform) && !isThere(tool, root));
}

function isThere({ names, environment, bundled }, root) {
  if (environment && process.env[environment]) return true;
  if (bundled && bundledPath(bundled, root)) return true;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.some((folder) => names.some((name) => isExecutable(join(folder, name))));
}

function bundledPath(name, root) {
  try {
    const path = createRequire(join(root, 'package.json'))(name);
    return typeof path === 'string' && isExecutable(path);
  } catch {
    return false;
  }
}

function isExecutable(path) {
  return [path, `${path}.exe`].some((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs from Debian's packages when root; otherwise stops with the exact command to type. */
export function installTools(missing, say, stop) {
  const packages = [...new Set(missing.map(({ debian }) => debian))];
  const names = missing.map(({ names: [name] }) => name).join(', ');
  const apt = process.platform === 'linux' && isThere({ names: ['apt-get'] }, '');
  if (!apt) {
    stop(
      `These programs are missing: ${names}.`,
      'Install them with your system’s package manager, then try again.',
    );
  }
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) {
    stop(`These programs are missing: ${names}.`, `Type: sudo apt-get update && sudo ${install}`);
  }
  say(`Installing ${packages.join(', ')}…`);
  for (const line of ['apt-get update -q', install]) {
    const [command, ...args] = line.split(' ');
    const { status } = spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) stop(`The packages could not be installed: ${packages.join(', ')}.`, `Type: ${line}`);
  }
}
