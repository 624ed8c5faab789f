import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from './Cdp';
import type { Chromium } from './launchChromium';
import type { LoopbackServer } from './LoopbackServer';
import { ShimEvent } from './ShimEvent';
import { decode, type ShimIpc } from './ShimIpc';
import type { ShimSession } from './ShimSession';

/** The preload's world, which the page cannot reach. */
const WORLD = 'Electron Isolated Context';
const MAIN_WORLD = readFileSync(join(__dirname, 'mainWorld.js'), 'utf8');
const ISOLATED_WORLD = readFileSync(join(__dirname, 'isolatedWorld.js'), 'utf8').replace(
  /^\/\*\*.*?\*\/\s*/su,
  '',
);

/** The browser's name of each permission, and Electron's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['display-capture', 'display-capture'],
] as const;

export interface WindowOptions {
  width?: number;
  height?: number;
  webPreferences: { preload: string; session?: ShimSession };
}

/** The parts of the stand-in that a window needs. */
export interface Surroundings {
  launch: (size: [number, number]) => Chromium;
  ipc: ShimIpc;
  defaultSession: ShimSession;
  servers: readonly LoopbackServer[];
  /** Called with the browser's place when others may join; `onClosed` is called at the end. */
  onReady: (chromium: Chromium) => void;
  onClosed: (window: ShimWindow) => void;
}

type Json = Record<string, unknown>;
type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** `webContents`: the page, as DevTools reaches it. */
class ShimContents extends EventEmitter {
  readonly id = 1;
  windowOpen: WindowOpenHandler = () => ({ action: 'allow' });
  readonly mainFrame = { url: '', origin: 'null', parent: null };

  constructor(readonly post: (message: Json) => Promise<void>) {
    super();
  }

  send(channel: string, ...args: unknown[]): void {
    void this.post({ type: 'event', channel, args });
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpen = handler;
  }
  readonly setWebRTCIPHandlingPolicy = (): void => undefined;

  getURL(): string {
    return this.mainFrame.url;
  }
}

/** `BrowserWindow`: Debian's Chromium with one page, which runs the real preload. */
export class ShimWindow extends EventEmitter {
  readonly webContents: ShimContents;
  private readonly session: ShimSession;
  private readonly chromium: Chromium;
  private readonly page: Promise<CdpSession>;
  private target = '';
  private world = this.nextWorld();
  private destroyed = false;

  constructor(
    private readonly options: WindowOptions,
    private readonly around: Surroundings,
  ) {
    super();
    this.session = options.webPreferences.session ?? around.defaultSession;
    this.webContents = new ShimContents(async (message) => {
      const { id } = await this.world.found;
      await this.tellWorld(id, message);
    });
    this.chromium = around.launch([options.width ?? 800, options.height ?? 600]);
    this.chromium.process.on('exit', () => this.gone());
    this.page = this.open();
    void this.page.catch((error: unknown) => {
      if (!this.destroyed) console.error(error);
      this.gone();
    });
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    for (const [permission, name] of PERMISSIONS) {
      const { origin } = new URL(url);
      const setting = (await this.session.grants(this.webContents, name, origin)) ? 'granted' : 'denied';
      await this.chromium.cdp.root.send('Browser.setPermission', {
        permission: { name: permission },
        setting,
        origin,
      });
    }
    const loaded = new Promise<void>((resolve) => {
      this.webContents.once('did-finish-load', () => resolve());
    });
    await page.send('Page.navigate', { url });
    await loaded;
  }

  /** Closes the window as its own button does. Whoever listens may refuse. */
  close(): void {
    const event = new ShimEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    this.chromium.kill();
    this.gone();
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  // A browser's page cannot move its own window, and shows it at once.
  readonly show = (): void => undefined;
  readonly isMinimized = (): boolean => false;
  readonly restore = (): void => undefined;
  focus(): void {
    void this.page.then((page) => page.send('Page.bringToFront'));
  }

  /** Runs code in the preload's world as if a person had asked for it, as the clipboard needs. */
  async evaluate(expression: string): Promise<void> {
    const { id } = await this.world.found;
    const page = await this.page;
    await page.send('Runtime.evaluate', { contextId: id, expression, userGesture: true });
  }

  private async open(): Promise<CdpSession> {
    const { cdp } = this.chromium;
    const attached = new Promise<CdpSession>((resolve) => {
      cdp.root.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Json) => {
        const { targetId, type } = targetInfo as { targetId: string; type: string };
        const session = cdp.session(String(sessionId));
        if (type === 'page' && this.target === '') {
          this.target = targetId;
          resolve(session);
        } else if (type === 'page')
          void cdp.root.send('Target.closeTarget', { targetId }).catch(() => undefined);
        else void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      });
    });
    cdp.root.on('Target.targetDestroyed', ({ targetId }: Json) => {
      if (targetId === this.target) this.destroy();
    });
    cdp.root.on('Browser.downloadWillBegin', ({ url, guid }: Json) => {
      const event = new ShimEvent();
      this.session.emit('will-download', event, { getURL: () => url });
      if (event.defaultPrevented)
        void cdp.root.send('Browser.cancelDownload', { guid }).catch(() => undefined);
    });
    await cdp.root.send('Target.setDiscoverTargets', { discover: true });
    await cdp.root.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: this.chromium.profile,
      eventsEnabled: true,
    });
    const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await cdp.root.send('Target.setAutoAttach', auto);
    const page = await attached;
    this.listen(page);
    const preload = readFileSync(this.options.webPreferences.preload, 'utf8');
    const isolated = `(${ISOLATED_WORLD.trim().replace(/;$/u, '')})(toMain, (require) => {${preload}\n})`;
    for (const [method, params] of [
      ['Page.enable'],
      ['Runtime.enable'],
      ['Runtime.addBinding', { name: 'toMain', executionContextName: WORLD }],
      ['Page.addScriptToEvaluateOnNewDocument', { source: MAIN_WORLD }],
      ['Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD }],
      ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
      ['Runtime.runIfWaitingForDebugger'],
    ] as const) {
      await page.send(method, params);
    }
    this.around.onReady(this.chromium);
    return page;
  }

  private listen(page: CdpSession): void {
    page.on('Runtime.executionContextCreated', ({ context }: Json) => {
      const { name, id, auxData } = context as { name: string; id: number; auxData: { frameId: string } };
      // The main frame of a page has the id of its target.
      if (name === WORLD && auxData.frameId === this.target) this.world.find(id);
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }: Json) => {
      if (executionContextId === this.world.id) this.world = this.nextWorld();
    });
    page.on('Runtime.executionContextsCleared', () => {
      if (this.world.id !== null) this.world = this.nextWorld();
    });
    page.on('Page.frameNavigated', ({ frame }: Json) => {
      const { parentId, url } = frame as { parentId?: string; url: string };
      if (parentId === undefined)
        Object.assign(this.webContents.mainFrame, { url, origin: new URL(url).origin });
    });
    page.on('Page.loadEventFired', () => {
      // On a busy machine, news of Chromium's first empty page comes late. Electron has no such page.
      if (this.webContents.mainFrame.origin === 'null') return;
      this.emit('ready-to-show');
      this.webContents.emit('did-finish-load');
    });
    page.on('Inspector.targetCrashed', () =>
      this.webContents.emit('render-process-gone', new ShimEvent(), {}),
    );
    page.on('Runtime.bindingCalled', ({ payload, executionContextId }: Json) => {
      void this.hear(page, decode(String(payload)) as Json, Number(executionContextId));
    });
    page.on('Fetch.requestPaused', (params: Json) => void this.decide(page, params).catch(() => undefined));
  }

  private async hear(page: CdpSession, message: Json, world: number): Promise<void> {
    const { type, id, channel, args, url, count } = message;
    const sender = this.webContents;
    if (type === 'invoke') {
      const event = new ShimEvent({ sender, senderFrame: sender.mainFrame });
      const answer = await this.around.ipc.invoke(String(channel), event, args as unknown[]).then(
        (value) => ({ value }),
        (error: unknown) => ({
          error: `Error invoking remote method '${String(channel)}': ${String(error)}`,
        }),
      );
      await this.tellWorld(world, { type: 'answer', id, ...answer });
    } else if (type === 'open') {
      // The stand-in has one window. If an app allows another, it navigates this one, which every test notices.
      if (sender.windowOpen({ url: String(url) }).action === 'allow')
        await page.send('Page.navigate', { url });
    } else if (type === 'navigate') {
      const event = new ShimEvent({ url, isMainFrame: true, isSameDocument: false });
      sender.emit('will-navigate', event, url);
      if (!event.defaultPrevented) await page.send('Page.navigate', { url });
    } else if (type === 'files') {
      const paths: unknown[] = [];
      for (let i = 0; i < Number(count); i++) {
        const expression = `heldFiles[${i}]`;
        const { result } = await page.send('Runtime.evaluate', { contextId: world, expression });
        const { objectId } = result as Json;
        paths.push((await page.send('DOM.getFileInfo', { objectId })).path);
      }
      await this.tellWorld(world, { type: 'files', paths });
    }
  }

  /** Asks the app whether a request may go out, and marks requests to our own servers as the window's. */
  private async decide(page: CdpSession, { requestId, request, resourceType }: Json): Promise<void> {
    const { url, method } = request as { url: string; method: string };
    if (!(await this.session.allows(url, method, String(resourceType)))) {
      await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const server = this.around.servers.find(({ origin }) => url.startsWith(`${origin}/`));
    const shown = new URL(url);
    if (server) shown.searchParams.set('shim', server.token);
    await page.send('Fetch.continueRequest', { requestId, ...(server && { url: shown.href }) });
  }

  private async tellWorld(executionContextId: number, message: Json): Promise<void> {
    const page = await this.page;
    await page
      .send('Runtime.callFunctionOn', {
        executionContextId,
        functionDeclaration: '(text) => fromMain(text)',
        arguments: [{ value: JSON.stringify(message) }],
      })
      // The page has gone meanwhile, and nobody waits for the answer.
      .catch(() => undefined);
  }

  private nextWorld(): { id: number | null; found: Promise<{ id: number }>; find: (id: number) => void } {
    let resolve: (world: { id: number }) => void = () => undefined;
    const world = {
      id: null as number | null,
      found: new Promise<{ id: number }>((done) => (resolve = done)),
      find: (id: number) => {
        world.id = id;
        resolve({ id });
      },
    };
    return world;
  }

  private gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
    this.around.onClosed(this);
  }
}
