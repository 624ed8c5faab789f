import { readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { CERTIFICATE, giveFile, startFileServer, startProxy, startSocksProxy } from '../support/fileServer';
import { MODEL, useModelHost, writeModelList } from '../support/modelList';
import { startWithheld, useFolder, withheld } from './withheld';

const at = useFolder();
const host = useModelHost(at);

const models = (...args: string[]) => withheld(['models', ...args], { env: host.env });
const errorOf = (stdout: string) => (JSON.parse(stdout) as { error: { code: string } }).error;
const left = () => readdirSync(host.folder).sort();
/** Returns the bytes that came so far. */
const came = () => statSync(`${host.folder}/ggml-small.bin.part`, { throwIfNoEntry: false })?.size ?? 0;

describe('withheld models get', () => {
  it('goes on where it was when it was killed', async () => {
    const half = Math.floor(MODEL.length / 2);
    host.server.answer = giveFile(MODEL, { etag: '"1"', stopAfter: half, how: 'hangs' });
    const { child, outcome } = startWithheld(['models', 'get', 'small', '--yes'], { env: host.env });
    await vi.waitUntil(() => came() > 1_000_000, { timeout: 60_000 });
    child.kill('SIGKILL');
    expect((await outcome).signal).toBe('SIGKILL');
    expect(left()).not.toContain('ggml-small.bin');
    const before = came();
    host.server.answer = giveFile(MODEL, { etag: '"1"' });
    expect((await models('get', 'small', '--yes')).code).toBe(0);
    expect(host.server.asked.at(-1)?.headers.range).toBe(`bytes=${before}-`);
    expect(readFileSync(`${host.folder}/ggml-small.bin`).equals(MODEL)).toBe(true);
    expect(left()).toEqual(['ggml-small.bin']);
  });

  it('is paused by Ctrl-C; what came can be removed', async () => {
    host.server.answer = giveFile(MODEL, { stopAfter: 4_000_000, how: 'hangs' });
    const { child, outcome } = startWithheld(['models', 'get', 'small', '--yes', '--json'], {
      env: host.env,
    });
    await vi.waitUntil(() => came() > 1_000_000, { timeout: 60_000 });
    child.kill('SIGINT');
    const { code, stdout } = await outcome;
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('CANCELLED');
    expect(left()).toEqual(['ggml-small.bin.part', 'ggml-small.bin.part.json']);
    expect((await models('remove', 'small')).code).toBe(0);
    expect(left()).toEqual([]);
  });

  it.each([
    ['http', startProxy],
    ['socks5h', startSocksProxy],
  ])('goes through a proxy, by TLS to the host behind it: %s', async (kind, start) => {
    const [secure, proxy] = [await startFileServer({ secure: true }), await start()];
    secure.answer = giveFile(MODEL);
    try {
      const proxied = {
        ...host.env,
        ...writeModelList(at('secure.json'), `https://localhost:${secure.port}/`),
        HTTPS_PROXY: `${kind}://127.0.0.1:${proxy.port}`,
      };
      const untrusted = await withheld(['models', 'get', 'small', '--yes', '--json'], { env: proxied });
      expect(errorOf(untrusted.stdout).code).toBe('DOWNLOAD_FAILED');
      expect(untrusted.stderr).toContain('certificate');
      const trusted = { ...proxied, NODE_EXTRA_CA_CERTS: CERTIFICATE };
      expect((await withheld(['models', 'get', 'small', '--yes'], { env: trusted })).code).toBe(0);
      expect(proxy.asked).toEqual(Array(2).fill(`localhost:${secure.port}`));
      expect(secure.asked).toHaveLength(1);
      expect(left()).toEqual(['ggml-small.bin']);
      await models('remove', 'small');
    } finally {
      await Promise.all([secure.close(), proxy.close()]);
    }
  });
});
