import { appRoot } from '../../../main/system/appRoot';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NETWORK_SWITCHES } from '../../../main/window/networkSwitches';
import { recordElectron, type ElectronCall } from '../../support/recordElectron';

const DIST = join(appRoot(), 'dist');
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };

/** Runs a built entry with a fake in place of Electron. */
async function run(entry: string, given: Record<string, unknown>): Promise<ElectronCall[]> {
  const { electron, calls } = recordElectron(given);
  const { _load: load } = loader;
  loader._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest));
  try {
    const require = createRequire(join(DIST, 'x.js'));
    const path = require.resolve(join(DIST, entry));
    // Each run loads the entry anew.
    Reflect.deleteProperty(require.cache, path);
    require(path);
    await new Promise((done) => setTimeout(done, 50));
  } finally {
    loader._load = load;
  }
  return calls;
}

const names = (calls: ElectronCall[]) => [...new Set(calls.map(([name]) => name))].sort();
/** Returns the arguments of the only call of a name. */
const argsOf = (calls: ElectronCall[], name: string) => {
  const [first, ...more] = calls.filter(([called]) => called === name).map(([, ...args]) => args);
  expect(more, name).toEqual([]);
  return first ?? [];
};
const listenerOf = (calls: ElectronCall[], name: string, event: string) => {
  const found = calls.find(([called, heard]) => called === name && heard === event);
  return found?.[2] as (...args: unknown[]) => unknown;
};
/** Makes an event that knows whether it was refused. */
const refusable = () => {
  const event = { refused: false, preventDefault: () => (event.refused = true) };
  return event;
};

describe('the main entry', () => {
  let userData: string;
  let calls: ElectronCall[];
  let umask: ReturnType<typeof vi.spyOn>;
  const frame = { origin: 'app://withheld', parent: null };

  beforeAll(async () => {
    userData = mkdtempSync(join(tmpdir(), 'withheld-entry-'));
    umask = vi.spyOn(process, 'umask');
    calls = await run('index.js', {
      'app.getPath': () => userData,
      'app.getVersion': () => '0.1.0',
      'app.isPackaged': true,
      'app.requestSingleInstanceLock': () => true,
      'app.whenReady': () => Promise.resolve(),
      'protocol.originFor': undefined,
      'BrowserWindow.().loadURL': () => Promise.resolve(),
      'dialog.showMessageBox': () => Promise.resolve({ response: 1 }),
      'powerSaveBlocker.start': () => 7,
    });
  });
  afterAll(() => rmSync(userData, { recursive: true, force: true }));

  it('makes these calls of Electron and no others', () => {
    expect(names(calls)).toEqual(
      [
        'app.commandLine.appendSwitch',
        'app.enableSandbox',
        'app.getPath',
        'app.getPreferredSystemLanguages',
        'app.getVersion',
        'app.on',
        'app.requestSingleInstanceLock',
        'app.whenReady',
        'ipcMain.handle',
        'ipcMain.on',
        'ipcMain.removeAllListeners',
        'Menu.buildFromTemplate',
        'Menu.buildFromTemplate.().getMenuItemById',
        'Menu.setApplicationMenu',
        'new BrowserWindow',
        'BrowserWindow.().loadURL',
        'BrowserWindow.().on',
        'BrowserWindow.().once',
        'BrowserWindow.().webContents.on',
        'powerMonitor.on',
        'protocol.registerSchemesAsPrivileged',
        'session.fromPartition',
        ...['session.defaultSession', 'session.fromPartition.()'].flatMap((session) =>
          [
            'on',
            'setDevicePermissionHandler',
            'setDisplayMediaRequestHandler',
            'setPermissionCheckHandler',
            'setPermissionRequestHandler',
            'setSpellCheckerDictionaryDownloadURL',
            'setSpellCheckerEnabled',
            'setSpellCheckerLanguages',
            'webRequest.onBeforeRequest',
          ].map((method) => `${session}.${method}`),
        ),
        'session.fromPartition.().protocol.handle',
      ].sort(),
    );
  });

  it('takes all rights from others before anything is written, and turns the network off before it starts', () => {
    expect(umask).toHaveBeenCalledWith(0o077);
    const order = calls.map(([name]) => name);
    const switches = calls
      .filter(([name]) => name === 'app.commandLine.appendSwitch')
      .map(([, ...args]) => args);
    expect(switches).toEqual(NETWORK_SWITCHES.map(([name, value]) => [name, value]));
    expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(order.lastIndexOf('app.commandLine.appendSwitch')).toBeLessThan(order.indexOf('app.whenReady'));
    expect(order.indexOf('app.enableSandbox')).toBeLessThan(order.indexOf('app.whenReady'));
    expect(order.indexOf('protocol.registerSchemesAsPrivileged')).toBeLessThan(
      order.indexOf('app.whenReady'),
    );
  });

  it('makes one window, shut off from Node, in a session of memory', () => {
    expect(argsOf(calls, 'session.fromPartition')).toEqual(['withheld', { cache: false }]);
    const [options] = argsOf(calls, 'new BrowserWindow') as [{ webPreferences: Record<string, unknown> }];
    const { session, ...preferences } = options.webPreferences;
    expect(session).toBeTypeOf('function');
    expect(preferences).toEqual({
      preload: join(DIST, 'preload.js'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(argsOf(calls, 'BrowserWindow.().loadURL')).toEqual(['app://withheld/']);
  });

  it('has two schemes, with the rights they need', () => {
    expect(argsOf(calls, 'protocol.registerSchemesAsPrivileged')).toEqual([
      [
        { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
        {
          scheme: 'media',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            stream: true,
            corsEnabled: true,
          },
        },
      ],
    ]);
    const handled = calls.filter(([name]) => name === 'session.fromPartition.().protocol.handle');
    expect(handled.map(([, scheme]) => scheme)).toEqual(['app', 'media']);
  });

  it.each(['session.defaultSession', 'session.fromPartition.()'])(
    'refuses whatever is asked of %s',
    (session) => {
      const ask = (name: string) => argsOf(calls, `${session}.${name}`)[0] as (...args: unknown[]) => unknown;
      const answered = (name: string, ...args: unknown[]) => {
        const answer = vi.fn();
        ask(name)(...args, answer);
        return answer.mock.calls;
      };
      for (const permission of [
        'media',
        'geolocation',
        'notifications',
        'fullscreen',
        'openExternal',
        'unknown',
      ]) {
        expect(answered('setPermissionRequestHandler', null, permission)).toEqual([[false]]);
        expect(ask('setPermissionCheckHandler')(null, permission, 'app://withheld', {})).toBe(false);
      }
      expect(ask('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false);
      expect(answered('setDisplayMediaRequestHandler', {})).toEqual([[null]]);
      const request = (url: string) => answered('webRequest.onBeforeRequest', { url });
      expect(request('https://example.org/')).toEqual([[{ cancel: true }]]);
      expect(request('app://withheld/index.html')).toEqual([[{ cancel: false }]]);
      expect(argsOf(calls, `${session}.setSpellCheckerEnabled`)).toEqual([false]);
      expect(argsOf(calls, `${session}.setSpellCheckerLanguages`)).toEqual([[]]);
      expect(argsOf(calls, `${session}.setSpellCheckerDictionaryDownloadURL`)).toEqual(['about:blank']);
      const download = refusable();
      listenerOf(calls, `${session}.on`, 'will-download')(download);
      expect(download.refused).toBe(true);
    },
  );

  it('keeps every page where it is', () => {
    const { electron, calls: made } = recordElectron({});
    listenerOf(calls, 'app.on', 'web-contents-created')({}, electron);
    expect(names(made)).toEqual(['on', 'setWebRTCIPHandlingPolicy', 'setWindowOpenHandler']);
    expect(argsOf(made, 'setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
    const [open] = argsOf(made, 'setWindowOpenHandler') as [(details: object) => unknown];
    expect(open({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const asked = refusable();
      listenerOf(made, 'on', event)(asked);
      expect(asked.refused, event).toBe(true);
    }
  });

  it('answers one channel, to its own page only', () => {
    const [channel, answer] = argsOf(calls, 'ipcMain.handle') as [
      string,
      (event: object, message: unknown) => unknown,
    ];
    expect(channel).toBe('withheld:call');
    const message = { id: '1', method: 'settings.get', params: {} };
    expect(() => answer({ sender: {}, senderFrame: frame }, message)).toThrow('not from the window');
    expect(() => answer({ sender: {}, senderFrame: null }, message)).toThrow('not from the window');
    // The settings' package would tell this to any page.
    expect(calls).toContainEqual(['ipcMain.removeAllListeners', 'electron-store-get-data']);
  });

  it('ends when a second starts, and asks nothing more of Electron', async () => {
    const second = await run('index.js', { 'app.requestSingleInstanceLock': () => false });
    expect(names(second)).toEqual([
      'app.commandLine.appendSwitch',
      'app.enableSandbox',
      'app.quit',
      'app.requestSingleInstanceLock',
      'protocol.registerSchemesAsPrivileged',
    ]);
  });

  it('has no part in what Electron could report, update or remember elsewhere', () => {
    const source = readFileSync(join(DIST, 'index.js'), 'utf8');
    for (const name of [
      'crashReporter',
      'autoUpdater',
      'addRecentDocument',
      'openExternal',
      'setAsDefaultProtocolClient',
    ]) {
      expect(source.includes(`import_electron.${name}`), name).toBe(false);
      expect(source.includes(`app.${name}`), name).toBe(false);
    }
  });
});

describe('the preload', () => {
  it('exposes three functions, and listens to one channel', async () => {
    const invoked: unknown[][] = [];
    const calls = await run('preload.js', {
      'ipcRenderer.invoke': (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve('answer');
      },
      'webUtils.getPathForFile': () => '/dropped',
    });
    expect(names(calls)).toEqual(['contextBridge.exposeInMainWorld', 'ipcRenderer.on']);
    const [key, bridge] = argsOf(calls, 'contextBridge.exposeInMainWorld') as [
      string,
      {
        call: (message: unknown) => Promise<unknown>;
        on: (listener: (event: unknown) => void) => () => void;
        pathOf: (file: unknown) => string;
      },
    ];
    expect([key, Object.keys(bridge).sort()]).toEqual(['withheld', ['call', 'on', 'pathOf']]);
    expect(await bridge.call({ id: '1' })).toBe('answer');
    expect(invoked).toEqual([['withheld:call', { id: '1' }]]);
    expect(bridge.pathOf({})).toBe('/dropped');

    const tell = listenerOf(calls, 'ipcRenderer.on', 'withheld:event');
    const heard: unknown[] = [];
    tell({ sender: 'not for the page' }, 'early');
    const stop = bridge.on((event) => heard.push(event));
    tell({}, 'later');
    stop();
    tell({}, 'too late');
    expect(heard).toEqual(['early', 'later']);
  });
});
