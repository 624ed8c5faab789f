/**
 * Runs the real built app in plain Node, with a stand-in for Electron. `bundle.mjs` makes one program of it, which
 * takes `[--user-data-dir=…] [file.withheld]`. If the program that started it has a channel to it (`fork`), it runs as
 * a test: it shows no window, and runs functions that are sent with the stand-in, as Playwright does with Electron.
 */
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { createElectron } from './createElectron';
import { LoopbackServer } from './LoopbackServer';

const ROOT = join(__dirname, '..', '..');
const tested = process.send !== undefined;
const tell = (message: unknown): void => void process.send?.(message);

async function run(): Promise<void> {
  const { name, version, main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    main: string;
  };
  const folder = process.argv.find((arg) => arg.startsWith('--user-data-dir='));
  const headless = tested || !(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (headless && !tested) process.stderr.write('There is no display here, so the window cannot be seen.\n');
  const electron = createElectron({
    name,
    version,
    userData: folder?.slice('--user-data-dir='.length) ?? null,
    headless,
    servers: await Promise.all([new LoopbackServer().listen(), new LoopbackServer().listen()]),
    onReady: ({ profile }) => {
      const [port = '', path = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8')
        .trim()
        .split('\n');
      tell({ ready: `ws://127.0.0.1:${port}${path}` });
    },
  });

  process.on('message', ({ id, source, arg }: { id: number; source: string; arg: unknown }) => {
    const given = runInThisContext(`(${source})`) as (electron: unknown, arg: unknown) => unknown;
    void Promise.resolve(arg)
      .then((value) => given(electron, value))
      .then(
        (value) => tell({ id, value }),
        (error: unknown) => tell({ id, error: String(error) }),
      );
  });
  // The program that started this one has gone.
  process.on('disconnect', () => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => electron.app.quit());

  const entry = join(ROOT, main);
  const { _load: load } = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  Object.assign(Module, {
    _load: (request: string, ...rest: unknown[]) =>
      request === 'electron' ? electron : load(request, ...rest),
  });
  // Electron gives the same order: the program, the app, and the arguments behind it.
  process.argv.splice(1, 1, dirname(dirname(entry)));
  Module.createRequire(entry)(entry);
}

void run();
