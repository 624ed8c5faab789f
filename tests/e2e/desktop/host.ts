import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { _electron, chromium, type Page } from 'playwright-core';
import type { MenuAction } from '../../../shared/contract/events';
import { electronPath } from './electronPath';

const ROOT = join(__dirname, '..', '..', '..');
/** The stand-in, which is made from `tests/electron-shim` before the tests. */
const SHIM = join(ROOT, 'node_modules', '.withheld', 'electron-shim.cjs');
const electron = electronPath();

/** The program that the app runs in. A run in the stand-in is never called one in Electron. */
export const hostName: 'electron' | 'shim' = electron === null ? 'shim' : 'electron';
console.info(
  electron === null
    ? 'Desktop tests run in tests/electron-shim with Chromium: Electron’s program is not here.'
    : 'Desktop tests run in Electron.',
);

/** A function that runs in the app's main process. It is sent as text, so it can only use its parameters. */
type InMain<A, R> = (electron: typeof Electron, arg: A) => R | Promise<R>;
type DialogKind = 'open' | 'save' | 'message';
type DialogAnswer = string | readonly string[] | number | null;

interface Host {
  page: Page;
  process: ChildProcess;
  inMain: <A, R>(run: InMain<A, R>, arg: A) => Promise<R>;
  /** Lets go of the page after the app has ended. */
  release: () => Promise<void>;
}

export interface LaunchOptions {
  /** The folder of settings. Without it, a new one is made and removed at the end. */
  userData?: string;
  env?: Record<string, string>;
  /** Arguments behind the program's name. */
  args?: string[];
}

/** Starts the built app, and waits until its page is there. `close` it when done. */
export async function launchApp({ userData, env = {}, args = [] }: LaunchOptions = {}) {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'withheld-desktop-'));
  const given = [`--user-data-dir=${folder}`, ...args];
  const environment = { ...process.env, ...env } as Record<string, string>;
  const {
    page,
    process: app,
    inMain,
    release,
  } = await (electron === null
    ? launchShim(given, environment)
    : launchElectron(electron, given, environment));
  const exited = once(app, 'exit').then(async ([code, signal]) => {
    if (signal !== null) console.error(`The app was ended by ${String(signal)}.`);
    else if (code !== 0) console.error(`The app ended with ${String(code)}.`);
    await release();
    if (userData === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  // Functions that are sent elsewhere as text may call a helper of their compiler, which is missing there.
  await inMain(() => void Object.assign(globalThis, { __name: Object }), null);
  await page.addInitScript('globalThis.__name = Object');
  await page.evaluate('void (globalThis.__name = Object)');
  await inMain(answerDialogsFromList, null);
  await page.waitForLoadState('load');
  // Recordings are made ready, heard and exported while a test waits, on a machine that may be busy.
  page.setDefaultTimeout(120_000);

  return {
    page,
    name: hostName,
    userData: folder,
    /** Runs a function in the app's main process. */
    inMain,

    /**
     * Sets the answer to the next dialog of a kind, before it is asked or while it waits. The answer is the path that a
     * person chooses, or several, the number of the button that they press, or null where they change their mind.
     */
    answerDialog: (kind: DialogKind, answer: DialogAnswer) =>
      inMain(
        (_electron, next) => {
          (globalThis as unknown as { dialogAnswers: DialogList }).dialogAnswers.add(next.kind, next.answer);
        },
        { kind, answer },
      ),

    /** Returns the options of every dialog that was asked so far, oldest first. */
    askedDialogs: () =>
      inMain(() => (globalThis as unknown as { dialogAnswers: DialogList }).dialogAnswers.asked, null),

    /** Drops files from the file manager on the middle of an element. */
    drop: (paths: readonly string[], selector = 'body') => dropFiles(page, paths, selector),

    /** Chooses an action in the menus. */
    menu: (action: MenuAction) =>
      inMain(
        ({ Menu }, id) => void Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
        action as string,
      ),

    /** Presses the window's close button; the app may ask first. */
    pressClose: () => inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null),

    /** True when the app has ended, of itself or on request. */
    get ended(): boolean {
      return app.exitCode !== null || app.signalCode !== null;
    },
    /** Settles when the app ends. */
    exited,

    /** Ends the app without a question. */
    async close(): Promise<void> {
      if (app.exitCode === null) {
        await inMain(({ BrowserWindow }) => {
          for (const window of BrowserWindow.getAllWindows()) window.destroy();
        }, null).catch(() => undefined);
      }
      await exited;
    },
  };
}

export type DesktopApp = Awaited<ReturnType<typeof launchApp>>;

/**
 * Starts the app once more on the same folder, as a second click on its icon does, and waits until that one has ended.
 */
export async function launchSecond(userData: string, args: readonly string[]): Promise<number | null> {
  const given = [`--user-data-dir=${userData}`, ...args];
  const second =
    electron === null
      ? spawn(process.execPath, [SHIM, ...given], { cwd: ROOT, stdio: 'ignore' })
      : spawn(electron, [...asRoot(), ROOT, ...given], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}

async function launchElectron(path: string, args: string[], env: Record<string, string>): Promise<Host> {
  const app = await _electron.launch({ executablePath: path, args: [...asRoot(), ROOT, ...args], env });
  return {
    page: await app.firstWindow(),
    process: app.process(),
    inMain: (run, arg) =>
      // Playwright takes handles out of the argument's type, but ours has none.
      (app as unknown as { evaluate: Host['inMain'] }).evaluate(run, arg),
    release: () => Promise.resolve(),
  };
}

/** Chromium's sandbox refuses root. */
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

interface FromShim {
  ready?: string;
  id?: number;
  value?: unknown;
  error?: string;
}

async function launchShim(args: string[], env: Record<string, string>): Promise<Host> {
  const app = fork(SHIM, args, { cwd: ROOT, env, execArgv: [] });
  const waiting = new Map<number, (answer: FromShim) => void>();
  let calls = 0;
  const ended = once(app, 'exit').then(() => {
    for (const answer of waiting.values()) answer({ error: 'the app has ended' });
    throw new Error('the app ended before its window was there');
  });
  const ready = new Promise<string>((resolve) => {
    app.on('message', (message: FromShim) => {
      if (message.ready !== undefined) resolve(message.ready);
      else if (message.id !== undefined) waiting.get(message.id)?.(message);
    });
  });
  const endpoint = await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  const browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('the window has no page');
  // The window opens empty, and shows the app's page a moment later.
  await page.waitForURL(/^http:/u);
  return {
    page,
    process: app,
    inMain: (run, arg) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        waiting.set(id, ({ value, error }) => {
          waiting.delete(id);
          if (error === undefined) resolve(value as never);
          else reject(new Error(error));
        });
        if (app.connected) app.send({ id, source: run.toString(), arg });
        else waiting.get(id)?.({ error: 'the app has ended' });
      }),
    release: () => browser.close(),
  };
}

interface DialogList {
  add: (kind: DialogKind, answer: DialogAnswer) => void;
  asked: { kind: DialogKind; options: unknown }[];
}

/** Runs in the app. It answers dialogs in the order of a list, and lets them wait for it. */
function answerDialogsFromList({ dialog }: typeof Electron): void {
  const answers: Record<DialogKind, DialogAnswer[]> = { open: [], save: [], message: [] };
  const waiting: Record<DialogKind, ((answer: DialogAnswer) => void)[]> = { open: [], save: [], message: [] };
  const asked: DialogList['asked'] = [];
  const ask = (kind: DialogKind, options: unknown): Promise<DialogAnswer> => {
    asked.push({ kind, options });
    const answer = answers[kind].shift();
    if (answer !== undefined) return Promise.resolve(answer);
    return new Promise((resolve) => waiting[kind].push(resolve));
  };
  const add: DialogList['add'] = (kind, answer) => {
    const next = waiting[kind].shift();
    if (next) next(answer);
    else answers[kind].push(answer);
  };
  Object.assign(globalThis, { dialogAnswers: { add, asked } });
  Object.assign(dialog, {
    showOpenDialog: async (_window: unknown, options: unknown) => {
      const paths = [(await ask('open', options)) ?? []].flat();
      return { canceled: paths.length === 0, filePaths: paths };
    },
    showSaveDialog: async (_window: unknown, options: unknown) => {
      const path = await ask('save', options);
      return { canceled: path === null, filePath: path ?? '' };
    },
    showMessageBox: async (_window: unknown, options: { cancelId?: number }) => {
      const button = await ask('message', options);
      return { response: button ?? options.cancelId ?? 0, checkboxChecked: false };
    },
  });
}

async function dropFiles(page: Page, paths: readonly string[], selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error('there is nothing to drop on');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}
