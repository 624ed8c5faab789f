import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { globalAgent } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadFile, type Wanted } from '../../../../main/download/downloadFile';
import { partBytes } from '../../../../main/download/Part';
import type { Progress } from '../../../../shared/contract/envelope';
import {
  CERTIFICATE,
  giveFile,
  NO_PROXIES,
  redirectTo,
  startFileServer,
  startProxy,
  startSocksProxy,
  type FileServer,
} from '../../../support/fileServer';
import { useTemporaryFolder } from '../../../support/makeMedia';

const FILE = randomBytes(3_000_000);
const at = useTemporaryFolder();
let server: FileServer;
let folder: string;
let target: string;
let count = 0;

const digest = (bytes: Buffer, name: string) => createHash(name).update(bytes).digest('hex');
const wantedOf = (bytes: Buffer, more: Partial<Wanted> = {}): Wanted => ({
  url: `http://127.0.0.1:${server.port}/models/ggml-x.bin`,
  hosts: ['127.0.0.1'],
  bytes: bytes.length,
  digests: { sha1: digest(bytes, 'sha1') },
  ...more,
});
const get = (wanted: Wanted = wantedOf(FILE), stop = new AbortController()) =>
  downloadFile(wanted, target, { signal: stop.signal });
const left = () => readdirSync(folder).sort();

beforeEach(async () => {
  for (const [name, value] of Object.entries(NO_PROXIES)) vi.stubEnv(name, value);
  server = await startFileServer();
  folder = at(`models${++count}`);
  await mkdir(folder);
  target = join(folder, 'ggml-x.bin');
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
});

describe('a download', () => {
  it('puts the whole file in place, and leaves nothing beside it', async () => {
    server.answer = giveFile(FILE, { etag: '"1"' });
    const told: Progress[] = [];
    const digests = await downloadFile(wantedOf(FILE), target, {
      signal: new AbortController().signal,
      onProgress: (progress) => told.push(progress),
    });
    expect(digests).toEqual({ sha1: digest(FILE, 'sha1'), sha256: digest(FILE, 'sha256') });
    expect(readFileSync(target).equals(FILE)).toBe(true);
    expect(left()).toEqual(['ggml-x.bin']);
    for (const stage of ['download', 'check'])
      expect(told.filter((one) => one.stage === stage).at(-1)).toMatchObject({
        done: FILE.length,
        total: FILE.length,
      });
  });

  it('tells the host nothing but what it wants', async () => {
    server.answer = giveFile(FILE);
    await get();
    const [request] = server.asked;
    expect(request?.url).toBe('/models/ggml-x.bin');
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(request?.headers['user-agent']).toBe('node');
  });

  it('asks nobody where the disk has no room, and says what is missing', async () => {
    await expect(get(wantedOf(FILE, { bytes: 2 ** 52 }))).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(/\d MB free, and [\d,]+ MB are needed/u) as string,
    });
    expect(server.asked).toEqual([]);
  });

  it('is refused while the same file is being got, and takes over from one that was killed', async () => {
    const stop = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      server.answer = giveFile(FILE, { stopAfter: 1_000_000, how: 'hangs', onStop: resolve });
    });
    const first = get(undefined, stop);
    await stopped;
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
    // No process has such a large number.
    writeFileSync(`${target}.part.lock`, '2147483646');
    server.answer = giveFile(FILE);
    await get();
    expect(left()).toEqual(['ggml-x.bin']);
  });
});

describe('a download that is interrupted', () => {
  it('goes on by itself where a connection broke', async () => {
    server.answer = (request, response) => {
      giveFile(FILE, { etag: '"1"', ...(server.asked.length < 4 && { stopAfter: 800_000 }) })(
        request,
        response,
      );
    };
    await get();
    expect(readFileSync(target).equals(FILE)).toBe(true);
    const ranges = server.asked.map(({ headers }) => headers.range);
    expect(ranges.length).toBeGreaterThan(1);
    expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/u.test(range ?? ''))).toBe(true);
    expect(server.asked[1]?.headers['if-range']).toBe('"1"');
  });

  it('ends where nothing more comes, keeps what came, and goes on when asked again', async () => {
    server.answer = (request, response) => {
      if (server.asked.length === 1) giveFile(FILE, { stopAfter: 800_000 })(request, response);
      else request.socket.destroy();
    };
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    const came = await partBytes(target);
    expect(came).toBeGreaterThan(0);
    expect(left()).not.toContain('ggml-x.bin');
    server.answer = giveFile(FILE);
    await get();
    expect(server.asked.at(-1)?.headers.range).toBe(`bytes=${came}-`);
    expect(readFileSync(target).equals(FILE)).toBe(true);
    expect(left()).toEqual(['ggml-x.bin']);
  });

  it('is paused by a cancel, keeps what came, and goes on', async () => {
    const stop = new AbortController();
    server.answer = giveFile(FILE, { etag: '"1"', stopAfter: 1_000_000, how: 'hangs' });
    const paused = get(undefined, stop);
    await vi.waitUntil(async () => (await partBytes(target)) > 0);
    stop.abort();
    await expect(paused).rejects.toMatchObject({ code: 'CANCELLED' });
    const came = await partBytes(target);
    expect(came).toBeGreaterThan(0);
    server.answer = giveFile(FILE, { etag: '"1"' });
    await get();
    expect(server.asked.at(-1)?.headers.range).toBe(`bytes=${came}-`);
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });

  it('begins anew with a server that knows no ranges', async () => {
    server.answer = (request, response) => {
      giveFile(FILE, { ignoresRanges: true, ...(server.asked.length === 1 && { stopAfter: 800_000 }) })(
        request,
        response,
      );
    };
    await get();
    expect(server.asked[1]?.headers.range).toMatch(/^bytes=/u);
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });

  it.each([
    ['says so', {}],
    ['answers with a part all the same', { 'if-range': undefined }],
  ])('begins anew where the file has become another, and the server %s', async (_, ignored) => {
    const old = Buffer.from(FILE.map((byte) => 255 - byte));
    const wanted = wantedOf(FILE);
    server.answer = (request, response) => {
      const first = server.asked.length === 1;
      Object.assign(request.headers, ignored);
      giveFile(first ? old : FILE, { etag: first ? '"old"' : '"new"', ...(first && { stopAfter: 800_000 }) })(
        request,
        response,
      );
    };
    await get(wanted);
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });

  it('does not go on with what came of another file', async () => {
    const other = randomBytes(2_000_000);
    const hang = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      server.answer = giveFile(other, { stopAfter: 1_000_000, how: 'hangs', onStop: resolve });
    });
    const begun = get(wantedOf(other), hang);
    await stopped;
    await vi.waitUntil(async () => (await partBytes(target)) > 0);
    hang.abort();
    await expect(begun).rejects.toMatchObject({ code: 'CANCELLED' });
    server.answer = giveFile(FILE);
    await get();
    expect(server.asked.at(-1)?.headers.range).toBeUndefined();
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });
});

describe('what is not the file that was asked for', () => {
  const damaged = Buffer.from(FILE);
  damaged.writeUInt8((damaged.readUInt8(1_500_000) + 1) % 256, 1_500_000);

  it('with another digest: is removed, and said', async () => {
    server.answer = giveFile(damaged);
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_WRONG' });
    expect(left()).toEqual([]);
  });

  it('leaves a file that is in place as it is', async () => {
    writeFileSync(target, 'what was here');
    server.answer = giveFile(damaged);
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_WRONG' });
    expect(readFileSync(target, 'utf8')).toBe('what was here');
    expect(left()).toEqual(['ggml-x.bin']);
  });

  it('goes by SHA-256 where that is known', async () => {
    server.answer = giveFile(FILE);
    const digests = { sha1: digest(FILE, 'sha1'), sha256: digest(damaged, 'sha256') };
    await expect(get(wantedOf(FILE, { digests }))).rejects.toMatchObject({ code: 'DOWNLOAD_WRONG' });
    await get(wantedOf(FILE, { digests: { sha1: '0'.repeat(40), sha256: digest(FILE, 'sha256') } }));
    expect(left()).toEqual(['ggml-x.bin']);
  });

  it.each([
    ['shorter', FILE.subarray(1000), false],
    ['longer', Buffer.concat([FILE, Buffer.alloc(10)]), false],
    ['longer, without a size', Buffer.concat([FILE, Buffer.alloc(10)]), true],
  ])('%s: is removed, and said', async (_, bytes, withoutSize) => {
    server.answer = giveFile(bytes, { withoutSize });
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_WRONG' });
    expect(left()).toEqual([]);
  });

  it('that never ends: is broken off, removed, and said', async () => {
    server.answer = (_request, response) => {
      const more = () => !response.destroyed && response.write(FILE, more);
      more();
    };
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_WRONG' });
    expect(left()).toEqual([]);
  });

  it('that ends too early without a size: is no whole file', async () => {
    server.answer = giveFile(FILE.subarray(0, 1_000_000), { withoutSize: true });
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    expect(left()).not.toContain('ggml-x.bin');
  });

  it.each([404, 403, 500, 503])('the answer %i: is said', async (status) => {
    server.answer = (_request, response) => response.writeHead(status).end('no');
    await expect(get()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining(String(status)) as string,
    });
    expect(left()).toEqual([]);
  });
});

describe('a redirect', () => {
  let other: FileServer;
  beforeEach(async () => {
    other = await startFileServer();
    other.answer = giveFile(FILE);
  });
  afterEach(() => other.close());

  it('to a host that is not on the list: is refused by name, and that host is not asked', async () => {
    server.answer = redirectTo(`http://localhost:${other.port}/x`);
    await expect(get()).rejects.toMatchObject({
      code: 'HOST_NOT_ALLOWED',
      message: expect.stringContaining('localhost') as string,
    });
    expect(other.asked).toEqual([]);
    expect(left()).not.toContain('ggml-x.bin');
  });

  it('to one that is on it: is followed', async () => {
    server.answer = redirectTo(`http://localhost:${other.port}/x`);
    await get(wantedOf(FILE, { hosts: ['127.0.0.1', 'localhost'] }));
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });

  it('within a host: is followed', async () => {
    server.answer = (request, response) =>
      (request.url === '/elsewhere' ? giveFile(FILE) : redirectTo('/elsewhere'))(request, response);
    await get();
    expect(readFileSync(target).equals(FILE)).toBe(true);
  });

  it.each(['http://models.example/x', 'ftp://models.example/x', 'file:///etc/hostname'])(
    'to %s, without TLS: is refused though its host is on the list',
    async (address) => {
      server.answer = redirectTo(address);
      const wanted = wantedOf(FILE, { hosts: ['127.0.0.1', 'models.example', ''] });
      await expect(get(wanted)).rejects.toMatchObject({ code: 'HOST_NOT_ALLOWED' });
    },
  );

  it('that never ends: is given up', async () => {
    server.answer = redirectTo('/again');
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    expect(server.asked.length).toBeLessThan(10);
  });

  it('to no address: is said', async () => {
    server.answer = redirectTo('http://[');
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
  });
});

describe('no connection', () => {
  it('for want of any network: is said so, with a way for machines that are never online', async () => {
    const wanted = wantedOf(FILE, { url: 'https://models.invalid/x', hosts: ['models.invalid'] });
    await expect(get(wanted)).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringMatching(/models\.invalid .*offline/u) as string,
      next: expect.stringContaining('another machine') as string,
    });
  });

  it('since nobody listens: is said', async () => {
    await server.close();
    await expect(get()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('127.0.0.1') as string,
    });
  });

  it('since the certificate is nobody’s: is said, and nothing is sent', async () => {
    const secure = await startFileServer({ secure: true });
    secure.answer = giveFile(FILE);
    const wanted = wantedOf(FILE, { url: `https://localhost:${secure.port}/x`, hosts: ['localhost'] });
    try {
      await expect(get(wanted)).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringContaining('certificate') as string,
      });
      expect(secure.asked).toEqual([]);
      globalAgent.options.ca = readFileSync(CERTIFICATE);
      await get(wanted);
      expect(readFileSync(target).equals(FILE)).toBe(true);
    } finally {
      delete globalAgent.options.ca;
      await secure.close();
    }
  });
});

describe('a proxy that the environment names', () => {
  it('is gone through', async () => {
    const proxy = await startProxy();
    server.answer = giveFile(FILE);
    const host = `127.0.0.1:${server.port}`;
    try {
      // The address is set with its scheme, and also without it, as other programs accept it.
      for (const address of [`http://127.0.0.1:${proxy.port}`, `127.0.0.1:${proxy.port}`]) {
        vi.stubEnv('HTTP_PROXY', address);
        await get();
      }
      expect(proxy.asked).toEqual([host, host]);
      vi.stubEnv('NO_PROXY', '127.0.0.1');
      await get();
      expect(proxy.asked).toHaveLength(2);
      expect(server.asked).toHaveLength(3);
    } finally {
      await proxy.close();
    }
  });

  it('is never gone past: neither one that refuses, nor one that is not there, nor one of another kind', async () => {
    const proxy = await startProxy();
    proxy.refuses = 407;
    server.answer = giveFile(FILE);
    vi.stubEnv('ALL_PROXY', `http://127.0.0.1:${proxy.port}`);
    await expect(get()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringMatching(/proxy.*407/u) as string,
    });
    await proxy.close();
    await expect(get()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('proxy') as string,
    });
    vi.stubEnv('ALL_PROXY', `socks5://127.0.0.1:${proxy.port}`);
    await expect(get()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    for (const address of ['ftp://127.0.0.1:9050', 'socks5h://half%zz@127.0.0.1:9050']) {
      vi.stubEnv('ALL_PROXY', address);
      await expect(get()).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringContaining('kind') as string,
      });
    }
    expect(server.asked).toEqual([]);
  });

  it('may be a SOCKS proxy, which is given the name of the host, and user and password if it wants them', async () => {
    const proxy = await startSocksProxy();
    server.answer = giveFile(FILE);
    const named = wantedOf(FILE, { url: `http://localhost:${server.port}/x`, hosts: ['localhost'] });
    try {
      for (const kind of ['socks', 'socks5', 'socks5h']) {
        vi.stubEnv('ALL_PROXY', `${kind}://127.0.0.1:${proxy.port}`);
        await get(named);
        rmSync(target);
      }
      expect(proxy.asked).toEqual(Array(3).fill(`localhost:${server.port}`));
      proxy.wants = 'reader:a b';
      await expect(get(named)).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
      vi.stubEnv('ALL_PROXY', `socks5h://reader:a%20b@127.0.0.1:${proxy.port}`);
      await get(named);
      rmSync(target);
      proxy.refuses = true;
      await expect(get(named)).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringMatching(/proxy did not let this through.*NotAllowed/u) as string,
      });
      expect(server.asked).toHaveLength(4);
    } finally {
      await proxy.close();
    }
  });

  it('that is a SOCKS proxy and says nothing can be left at once', async () => {
    const silent = createServer(() => undefined);
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    vi.stubEnv('ALL_PROXY', `socks5h://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const controller = new AbortController();
    const getting = get(wantedOf(FILE), controller);
    await once(silent, 'connection');
    controller.abort();
    await expect(getting).rejects.toMatchObject({ code: 'CANCELLED' });
    silent.close();
  });
});

describe('a proxy that the system’s settings name', () => {
  const getBy = (systemProxy: (url: string) => Promise<string>) =>
    downloadFile(wantedOf(FILE), target, { signal: new AbortController().signal, systemProxy });

  it('is gone through, the first that they name, of whatever kind', async () => {
    const [plain, socks] = await Promise.all([startProxy(), startSocksProxy()]);
    const host = `127.0.0.1:${server.port}`;
    server.answer = giveFile(FILE);
    try {
      const about: string[] = [];
      await getBy((url) => {
        about.push(url);
        return Promise.resolve(`PROXY 127.0.0.1:${plain.port}; DIRECT`);
      });
      expect(about).toEqual([`http://${host}/models/ggml-x.bin`]);
      rmSync(target);
      await getBy(() => Promise.resolve(`SOCKS5 127.0.0.1:${socks.port};DIRECT`));
      rmSync(target);
      await getBy(() => Promise.resolve('DIRECT'));
      expect([plain.asked, socks.asked]).toEqual([[host], [host]]);
      expect(server.asked).toHaveLength(3);
    } finally {
      await plain.close();
      await socks.close();
    }
  });

  it('counts only where the environment says nothing of proxies', async () => {
    const [named, system] = await Promise.all([startProxy(), startProxy()]);
    server.answer = giveFile(FILE);
    try {
      vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${named.port}`);
      await getBy(() => Promise.resolve(`PROXY 127.0.0.1:${system.port}`));
      rmSync(target);
      vi.stubEnv('NO_PROXY', '127.0.0.1');
      await getBy(() => Promise.resolve(`PROXY 127.0.0.1:${system.port}`));
      expect([named.asked.length, system.asked.length]).toEqual([1, 0]);
    } finally {
      await named.close();
      await system.close();
    }
  });

  it.each(['PROXY 127.0.0.1:1; DIRECT', 'QUIC 127.0.0.1:1; DIRECT', 'PROXY :0', 'SOCKS5 ; DIRECT'])(
    'is never gone past: %s',
    async (answer) => {
      server.answer = giveFile(FILE);
      await expect(getBy(() => Promise.resolve(answer))).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringContaining('proxy') as string,
      });
      expect(server.asked).toEqual([]);
    },
  );
});
