import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, type Chromium } from './launchChromium';
import type { LoopbackServer } from './LoopbackServer';
import { InstanceLock } from './InstanceLock';
import { ShimEvent } from './ShimEvent';
import { ShimIpc } from './ShimIpc';
import { ShimSession } from './ShimSession';
import { ShimWindow, type WindowOptions } from './ShimWindow';
import { terminalDialog } from './terminalDialog';

interface MenuItem {
  id?: string;
  label?: string;
  role?: string;
  click?: () => void;
  submenu?: Menu;
}

/** A menu that is kept and not drawn. The page has the same actions by key. */
class Menu {
  private static shown: Menu | null = null;
  readonly items: MenuItem[];

  constructor(items: readonly (Omit<MenuItem, 'submenu'> & { submenu?: MenuItem[] })[]) {
    this.items = items.map(({ submenu, ...item }) => ({
      ...item,
      ...(submenu && { submenu: new Menu(submenu as []) }),
    }));
  }

  static buildFromTemplate = (items: MenuItem[]) => new Menu(items as []);
  static setApplicationMenu = (menu: Menu | null) => void (Menu.shown = menu);
  static getApplicationMenu = () => Menu.shown;

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

export interface ShimOptions {
  name: string;
  version: string;
  /** The folder of Electron's own `--user-data-dir`. */
  userData: string | null;
  headless: boolean;
  /** Servers that listen already, one for each scheme, since an origin may be asked for at any time. */
  servers: readonly LoopbackServer[];
  onReady: (chromium: Chromium) => void;
}

/**
 * Stands in for the part of Electron that the app uses, as far as Node and a browser can. It accepts and ignores what
 * it cannot do (menus on the screen, devices, sleep).
 */
export function createElectron({ name, version, userData, headless, servers, onReady }: ShimOptions) {
  const serverFor = (scheme: string): LoopbackServer => {
    const server =
      servers.find((each) => each.scheme === scheme) ?? servers.find((each) => each.scheme === '');
    if (!server) throw new Error(`no server is left for ${scheme}`);
    server.scheme = scheme;
    return server;
  };
  const defaultSession = new ShimSession(serverFor);
  const sessions = new Map<string, ShimSession>();
  const ipcMain = new ShimIpc();
  const windows = new Set<ShimWindow>();
  const switches: string[] = [];

  /** Exceptions from the app's switches that the window's own servers need, and no others. */
  const exceptions: Record<string, string[]> = {
    'host-resolver-rules': ['EXCLUDE 127.0.0.1'],
    'proxy-bypass-list': servers.map(({ origin }) => new URL(origin).host),
  };
  const paths: Record<string, string> = {
    userData: userData ?? join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name),
    home: homedir(),
    temp: tmpdir(),
  };

  class App extends EventEmitter {
    readonly isPackaged = false;
    readonly commandLine = {
      appendSwitch: (switchName: string, value?: string) => {
        const given = [...(value === undefined ? [] : [value]), ...(exceptions[switchName] ?? [])].join(',');
        switches.push(`--${switchName}${given === '' ? '' : `=${given}`}`);
      },
    };
    private quitting = false;

    readonly enableSandbox = (): void => undefined;
    whenReady = (): Promise<void> => Promise.resolve();
    getVersion = (): string => version;
    getName = (): string => name;
    /** Returns the system's language from its POSIX name: `ru_RU.UTF-8` is `ru-RU`. */
    getPreferredSystemLanguages = (): string[] =>
      [process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? 'en'].map((name) =>
        name.replace(/\..*$/u, '').replace('_', '-'),
      );

    getPath(of: string): string {
      const path = paths[of];
      if (path === undefined) throw new Error(`Failed to get '${of}' path`);
      mkdirSync(path, { recursive: true });
      return path;
    }

    requestSingleInstanceLock(): boolean {
      return new InstanceLock(this.getPath('userData')).request((args, folder) =>
        this.emit('second-instance', new ShimEvent(), args, folder),
      );
    }

    quit(): void {
      if (this.quitting) return;
      for (const window of windows) window.close();
      if (windows.size > 0) return;
      this.quitting = true;
      this.emit('will-quit', new ShimEvent());
      this.exit(0);
    }

    exit(code = 0): void {
      // This lets messages reach the program that started this one first.
      setImmediate(() => process.exit(code));
    }
  }
  const app = new App();

  class BrowserWindow extends ShimWindow {
    static getAllWindows = () => [...windows];

    constructor(options: WindowOptions) {
      super(options, {
        launch: (size) => launchChromium(switches, headless, size),
        ipc: ipcMain,
        defaultSession,
        servers,
        onReady,
        onClosed: (window) => {
          windows.delete(window);
          if (windows.size === 0) app.emit('window-all-closed');
        },
      });
      windows.add(this);
      app.emit('web-contents-created', new ShimEvent(), this.webContents);
    }
  }

  let copied = '';
  const blockers = new Set<number>();
  return {
    app,
    BrowserWindow,
    ipcMain,
    Menu,
    dialog: { ...terminalDialog },
    session: {
      defaultSession,
      fromPartition: (partition: string) => {
        const session = sessions.get(partition) ?? new ShimSession(serverFor);
        sessions.set(partition, session);
        return session;
      },
    },
    protocol: {
      registerSchemesAsPrivileged: () => undefined,
      handle: defaultSession.protocol.handle,
      originFor: (scheme: string) => serverFor(scheme).origin,
    },
    shell: {
      showItemInFolder: (path: string) => void process.stderr.write(`It is here: ${path}\n`),
    },
    clipboard: {
      writeText: async (text: string) => {
        copied = text;
        const area = `Object.assign(document.createElement('textarea'), { value: ${JSON.stringify(text)} })`;
        const copy = `{ const area = ${area}; document.body.append(area); area.select(); document.execCommand('copy'); area.remove(); }`;
        for (const window of windows) await window.evaluate(copy);
      },
      readText: () => Promise.resolve(copied),
    },
    powerMonitor: new EventEmitter(),
    powerSaveBlocker: {
      start: () => {
        const id = blockers.size + 1;
        blockers.add(id);
        return id;
      },
      stop: (id: number) => blockers.delete(id),
      isStarted: (id: number) => blockers.has(id),
    },
  };
}
