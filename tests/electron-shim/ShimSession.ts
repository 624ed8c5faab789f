import { EventEmitter } from 'node:events';
import type { LoopbackServer, ProtocolHandler } from './LoopbackServer';

type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  answer: (ok: boolean) => void,
) => void;
type PermissionCheckHandler = (contents: unknown, permission: string, origin: string) => boolean;
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

/**
 * Keeps what the app decides about its session, for the window to ask. Like Electron, it allows what nobody forbids.
 */
export class ShimSession extends EventEmitter {
  private requestPermission: PermissionRequestHandler | null = null;
  private checkPermission: PermissionCheckHandler | null = null;
  private beforeRequest: BeforeRequest | null = null;

  constructor(private readonly servers: (scheme: string) => LoopbackServer) {
    super();
  }

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => void (this.beforeRequest = listener),
  };

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler) => void (this.servers(scheme).handler = handler),
  };

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.requestPermission = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.checkPermission = handler;
  }

  // Chromium reads the settings of its system's proxies, and tells nobody outside.
  readonly setProxy = (): Promise<void> => Promise.resolve();
  readonly resolveProxy = (): Promise<string> => Promise.resolve('DIRECT');

  // Chromium's headless and app windows have no choosers of devices or screens, and no dictionaries.
  readonly setDevicePermissionHandler = (): void => undefined;
  readonly setDisplayMediaRequestHandler = (): void => undefined;
  readonly setSpellCheckerEnabled = (): void => undefined;
  readonly setSpellCheckerLanguages = (): void => undefined;
  readonly setSpellCheckerDictionaryDownloadURL = (): void => undefined;

  /** Tells whether a request may go out. */
  allows(url: string, method: string, resourceType: string): Promise<boolean> {
    const { beforeRequest } = this;
    if (!beforeRequest) return Promise.resolve(true);
    return new Promise((resolve) =>
      beforeRequest({ url, method, resourceType }, ({ cancel }) => resolve(!cancel)),
    );
  }

  /** Tells whether a page may have a permission. Both of the app's handlers must agree. */
  async grants(contents: unknown, permission: string, origin: string): Promise<boolean> {
    const { requestPermission } = this;
    if (this.checkPermission?.(contents, permission, origin) === false) return false;
    return !requestPermission || new Promise((answer) => requestPermission(contents, permission, answer));
  }
}
