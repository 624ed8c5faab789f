import { Readable } from 'node:stream';
import type { IpcMainInvokeEvent, MenuItemConstructorOptions, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contentSecurityPolicy } from '../../../../main/window/contentSecurityPolicy';
import { EventQueue } from '../../../../main/window/EventQueue';
import { isAllowedRequest } from '../../../../main/window/isAllowedRequest';
import { isTrustedSender } from '../../../../main/window/isTrustedSender';
import { Jobs } from '../../../../main/window/Jobs';
import { menuTemplate } from '../../../../main/window/menuTemplate';
import { originsOf } from '../../../../main/window/origins';
import { parseRange } from '../../../../main/window/parseRange';
import { projectFileIn } from '../../../../main/window/projectFileIn';
import { resolveAsset } from '../../../../main/window/resolveAsset';
import { serveMedia } from '../../../../main/window/serveMedia';
import { servePage } from '../../../../main/window/servePage';
import { menuActionSchema, type AppEvent } from '../../../../shared/contract/events';

const OURS = { page: 'app://withheld', media: 'media://withheld' };

describe('originsOf', () => {
  it('is our schemes in Electron, and what a stand-in says elsewhere', () => {
    expect(originsOf({})).toEqual(OURS);
    const originFor = (scheme: string) => `http://127.0.0.1:${scheme.length}`;
    expect(originsOf({ originFor })).toEqual({ page: 'http://127.0.0.1:3', media: 'http://127.0.0.1:5' });
  });
});

describe('contentSecurityPolicy', () => {
  it('allows nothing but what it names', () => {
    const policy = contentSecurityPolicy('n0nce', OURS);
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' 'nonce-n0nce'`,
      `font-src 'self'`,
      `img-src 'self' data: blob:`,
      'media-src media:',
      'connect-src media:',
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
  });

  it('names a stand-in by its whole origin, never by the scheme of the network', () => {
    const media = 'http://127.0.0.1:4567';
    expect(contentSecurityPolicy('n', { page: 'http://127.0.0.1:1', media })).toContain(
      `media-src ${media};`,
    );
  });
});

describe('isAllowedRequest', () => {
  it.each([
    'app://withheld/',
    'app://withheld/assets/index.js',
    'media://withheld/p1',
    'data:image/svg+xml,x',
    'blob:app://withheld/4f7f',
  ])('allows %s', (url) => expect(isAllowedRequest(url, OURS)).toBe(true));

  it.each([
    'http://example.org/',
    'https://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/hostname',
    'app://withheld.example.org/',
    'app://withheldmore/',
    'app://other/',
    'blob:https://example.org/4f7f',
    'http://127.0.0.1:80/',
    'chrome://version',
    'devtools://devtools/bundled/x',
    'filesystem:app://withheld/x',
    'about:blank',
    '',
  ])('refuses %s', (url) => expect(isAllowedRequest(url, OURS)).toBe(false));
});

describe('isTrustedSender', () => {
  const contents = {} as unknown as WebContents;
  const from = (sender: unknown, senderFrame: unknown) => ({ sender, senderFrame }) as IpcMainInvokeEvent;
  const main = { origin: OURS.page, parent: null };
  it('is our main frame at our origin, and nobody else', () => {
    expect(isTrustedSender(from(contents, main), contents, OURS.page)).toBe(true);
    expect(isTrustedSender(from({}, main), contents, OURS.page)).toBe(false);
    expect(isTrustedSender(from(contents, null), contents, OURS.page)).toBe(false);
    expect(isTrustedSender(from(contents, { ...main, parent: main }), contents, OURS.page)).toBe(false);
    expect(isTrustedSender(from(contents, { ...main, origin: 'null' }), contents, OURS.page)).toBe(false);
  });
});

describe('parseRange', () => {
  it.each([
    ['bytes=0-', { from: 0, to: 100 }],
    ['bytes=0-0', { from: 0, to: 1 }],
    ['bytes=10-19', { from: 10, to: 20 }],
    ['bytes=90-400', { from: 90, to: 100 }],
    ['bytes=-10', { from: 90, to: 100 }],
    ['bytes=-400', { from: 0, to: 100 }],
    ['bytes=99-', { from: 99, to: 100 }],
  ])('%s of 100 bytes', (header, range) => expect(parseRange(header, 100)).toEqual(range));

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999-'])(
    '%s has no byte in it',
    (header) => expect(parseRange(header, 100)).toBe('unsatisfiable'),
  );

  it.each([
    null,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,5-6',
    'bytes=a-b',
    'items=0-1',
    'bytes=0x1-2',
  ])('%s is answered with the whole', (header) => expect(parseRange(header, 100)).toBeNull());
});

describe('serveMedia', () => {
  const bytes = Buffer.from(Array.from({ length: 100 }, (_, i) => i));
  const serve = serveMedia(
    (project) =>
      project === 'p1'
        ? { size: bytes.length, read: ({ from, to }) => Readable.from([bytes.subarray(from, to)]) }
        : null,
    OURS,
  );
  const ask = (path: string, range?: string, method = 'GET') =>
    serve(
      new Request(`media://withheld/${path}`, { method, ...(range !== undefined && { headers: { range } }) }),
    );

  it('answers a range with its bytes and where they lie', async () => {
    const response = ask('p1', 'bytes=10-19');
    expect(response.status).toBe(206);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-range': 'bytes 10-19/100',
      'content-length': '10',
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': OURS.page,
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(10, 20));
  });

  it('answers without a range with the whole, and a question for the size with none', async () => {
    const whole = ask('p1');
    expect(whole.status).toBe(200);
    expect((await whole.arrayBuffer()).byteLength).toBe(100);
    const head = ask('p1', undefined, 'HEAD');
    expect(head.headers.get('content-length')).toBe('100');
    expect(head.body).toBeNull();
  });

  it('refuses what is beyond the end, what is not open, and what is not reading', () => {
    const beyond = ask('p1', 'bytes=100-');
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */100']);
    expect(ask('p2').status).toBe(404);
    expect(ask('').status).toBe(404);
    expect(ask('p1', undefined, 'DELETE').status).toBe(405);
  });

  it('reads no more than the player takes, and lets go when it leaves', async () => {
    let read = 0;
    const endless = new Readable({
      highWaterMark: 1024,
      read() {
        read += 1024;
        this.push(Buffer.alloc(1024));
      },
    });
    const size = 4 * 2 ** 30;
    const { body } = serveMedia(
      () => ({ size, read: () => endless }),
      OURS,
    )(new Request('media://withheld/p1'));
    const reader = body?.getReader();
    await reader?.read();
    await new Promise((done) => setTimeout(done, 20));
    expect(read).toBeLessThan(1_000_000);
    await reader?.cancel();
    expect(endless.destroyed).toBe(true);
  });
});

describe('resolveAsset', () => {
  it('finds plain names in the folder', () => {
    expect(resolveAsset('/built', '/')).toBe(join('/built', 'index.html'));
    expect(resolveAsset('/built', '/assets/index-Bx_1.js')).toBe(join('/built', 'assets', 'index-Bx_1.js'));
  });

  it.each([
    '/../secret',
    '/assets/../../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/assets//x.js',
    '/.env',
    '/a\\..\\..\\secret',
    '/C:/secret',
    '/x\0.js',
    'index.html',
    '',
  ])('finds nothing for %j', (path) => expect(resolveAsset('/built', path)).toBeNull());
});

describe('servePage', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'withheld-page-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>');
    writeFileSync(join(folder, 'notes.txt'), 'x');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('puts policy, nonce and the place of media into the page', async () => {
    const response = await servePage(folder, OURS)(new Request('app://withheld/'));
    const policy = response.headers.get('content-security-policy') ?? '';
    const html = await response.text();
    const nonce = /nonce-([^']+)'/u.exec(policy)?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(html).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    expect(html).toContain('<meta name="media-origin" content="media://withheld">');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
  });

  it('serves no file that is missing or of no known kind', async () => {
    const serve = servePage(folder, OURS);
    for (const name of ['notes.txt', 'missing.js']) {
      expect((await serve(new Request(`app://withheld/${name}`))).status).toBe(404);
    }
  });
});

describe('projectFileIn', () => {
  it('is the file that was typed, from the folder it was typed in', () => {
    expect(projectFileIn(['electron', '.', 'May.withheld'], '/work')).toBe(resolve('/work', 'May.withheld'));
    expect(projectFileIn(['withheld', '--x=y.withheld', '/a/May.WITHHELD'], '/work')).toBe(
      resolve('/a/May.WITHHELD'),
    );
    expect(projectFileIn(['/apps/some.withheld', '.'], '/work')).toBeNull();
  });
});

describe('menuTemplate', () => {
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

  it.each(['linux', 'darwin', 'win32'] as const)(
    'has every action once on %s, and none that opens more',
    (platform) => {
      const sent: string[] = [];
      const items = flat(
        menuTemplate({ platform, developing: false, keys: {}, send: (action) => sent.push(action) }),
      );
      for (const { id, click } of items) if (id) (click as () => void)();
      expect(sent.sort()).toEqual([...menuActionSchema.options].sort());
      const roles = items.flatMap(({ role }) => role ?? []);
      for (const role of [
        'recentDocuments',
        'undo',
        'redo',
        'reload',
        'forceReload',
        'toggleDevTools',
        'services',
      ] as const) {
        expect(roles).not.toContain(role);
      }
      expect(roles).toContain('quit');
    },
  );

  it('shows the keys that were chosen, as Electron writes them, and leaves it to the page to hear them', () => {
    const shown = (platform: NodeJS.Platform, keys: Record<string, string> = {}) =>
      Object.fromEntries(
        flat(menuTemplate({ platform, developing: false, keys, send: () => undefined })).map((item) => [
          item.id ?? '',
          item.registerAccelerator === false ? (item.accelerator ?? null) : 'heard by the menu',
        ]),
      );
    expect(shown('linux')).toMatchObject({
      play: 'Esc',
      back: 'F1',
      redo: 'CmdOrCtrl+Shift+Z',
      accept: 'CmdOrCtrl+Enter',
      settings: 'CmdOrCtrl+,',
      keys: '?',
      new: 'heard by the menu',
    });
    expect(shown('win32').redo).toBe('CmdOrCtrl+Y');
    // The page uses these keys to write a question mark, or to leave a field. A Mac's menu would act on them, too.
    expect(shown('darwin')).toMatchObject({ play: null, keys: null, back: 'F1' });
    expect(shown('linux', { play: 'Mod+ArrowUp', hear: 'Mod++', keys: 'Mod+é' })).toMatchObject({
      play: 'CmdOrCtrl+Up',
      hear: 'CmdOrCtrl+Plus',
      keys: null,
    });
  });
});

describe('Jobs', () => {
  it('is busy from the first word of progress until the last job has ended', async () => {
    const busy: boolean[] = [];
    const jobs = new Jobs((is) => busy.push(is));
    const ends: (() => void)[] = [];
    const job = () =>
      jobs.follow(
        async (onProgress: (done: number) => void) => {
          onProgress(0);
          onProgress(1);
          await new Promise<void>((end) => ends.push(end));
        },
        () => undefined,
      );
    await jobs.follow(
      () => Promise.resolve('short'),
      () => undefined,
    );
    expect(busy).toEqual([]);
    const [first, second] = [job(), job()];
    expect([jobs.busy, busy]).toEqual([true, [true]]);
    ends[0]?.();
    await first;
    expect(jobs.busy).toBe(true);
    ends[1]?.();
    await second;
    await jobs.settled(1000);
    expect(busy).toEqual([true, false]);
  });
});

describe('EventQueue', () => {
  it('keeps what comes before there is a page', () => {
    const queue = new EventQueue();
    const got: AppEvent[] = [];
    queue.tell({ type: 'openFile', path: '/a.withheld' });
    queue.connect((event) => got.push(event));
    queue.tell({ type: 'lock' });
    queue.disconnect();
    queue.tell({ type: 'menu', action: 'new' });
    expect(got.map(({ type }) => type)).toEqual(['openFile', 'lock']);
    queue.connect((event) => got.push(event));
    expect(got.map(({ type }) => type)).toEqual(['openFile', 'lock', 'menu']);
  });
});
