import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const TOOLS = ['ffmpeg', 'ffprobe'];
/** Milliseconds that a tool may take to load its libraries on a machine that is busy. */
const LOADING_MILLISECONDS = 30_000;

/**
 * Runs before the tests that use real recordings. It makes each ffmpeg and ffprobe that they start a fork of the same
 * program that is loaded already (`server.c`). They start these three thousand times, and with Debian's 215 libraries
 * each start would cost a fifth of a second of processor time. Where that is not possible (another system, no compiler,
 * a tool that is linked statically and so starts at once), tests start the tools themselves.
 */
export default async function startForkServers(): Promise<(() => void) | undefined> {
  // Every Vitest project of the suite calls this.
  if (process.platform !== 'linux' || process.env.FORK_SERVER_FOLDER !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'withheld-tools-'));
  const library = join(folder, 'server.so');
  const servers: ChildProcess[] = [];
  const stop = () => {
    for (const server of servers) server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const compiled =
    compile('server.c', library, ['-shared', '-fPIC', '-ldl']) &&
    compile('client.c', join(folder, 'client'), []);
  if (!compiled) {
    stop();
    return undefined;
  }
  for (const tool of TOOLS) {
    const real = onPath(tool);
    // The client asks for the server of the name that it is called by.
    symlinkSync('client', join(folder, tool));
    const socket = join(folder, `${tool}.socket`);
    const server =
      real &&
      spawn(real, [], {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, LD_PRELOAD: library, FORK_SERVER_SOCKET: socket },
      });
    if (server) servers.push(server);
    if (!server || !(await opened(server, socket))) {
      stop();
      return undefined;
    }
    server.unref();
    process.env[`FORK_SERVER_${tool}`] = real;
  }
  process.env.FORK_SERVER_FOLDER = folder;
  process.env.PATH = `${folder}${delimiter}${process.env.PATH ?? ''}`;
  return stop;
}

function compile(source: string, target: string, options: readonly string[]): boolean {
  const args = ['-O2', join(import.meta.dirname, source), '-o', target, ...options];
  return spawnSync('cc', args, { stdio: 'ignore' }).status === 0;
}

function onPath(tool: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, tool)).find((path) => existsSync(path));
}

async function opened(server: ChildProcess, socket: string): Promise<boolean> {
  const until = Date.now() + LOADING_MILLISECONDS;
  while (!existsSync(socket)) {
    if (server.exitCode !== null || Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
