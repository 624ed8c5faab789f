import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { NO_PROXIES, notFound, startFileServer, type FileServer } from './fileServer';
import { DEMO_MODEL } from './speech';

/** The demo's model, which a server on this machine offers in place of published ones. */
export const MODEL = readFileSync(DEMO_MODEL);

const digest = (name: string) => createHash(name).update(MODEL).digest('hex');

/**
 * Writes a list of published models that are at another address. Each of them is the demo's model.
 * @returns the environment in which the app uses this list.
 */
export function writeModelList(
  file: string,
  address: string,
  more: Record<string, unknown> = {},
): Record<string, string> {
  const of = (name: string, memory: number) => ({
    name,
    sha1: digest('sha1'),
    sha256: digest('sha256'),
    bytes: MODEL.length,
    memory,
    parameters: 244_000_000,
    shape: { encoderLayers: 3, decoderLayers: 3 },
    ...more,
  });
  const models = [of('small', 852_000), of('small.en', 852_001)];
  writeFileSync(file, JSON.stringify({ host: address, hosts: [new URL(address).hostname], models }));
  return { WITHHELD_MODEL_LIST: file };
}

/**
 * Starts a server on this machine in place of the models' host. Each test gets an empty models folder, and the
 * environment that names both.
 */
export function useModelHost(at: (name: string) => string) {
  let count = 0;
  const host = { server: null as unknown as FileServer, folder: '', env: {} as Record<string, string> };
  beforeAll(async () => {
    host.server = await startFileServer();
  });
  afterAll(() => host.server.close());
  beforeEach(() => {
    const { server } = host;
    host.folder = at(`models${++count}`);
    server.asked.length = 0;
    server.answer = notFound;
    const list = writeModelList(at(`models${count}.json`), `http://127.0.0.1:${server.port}/`);
    host.env = { ...NO_PROXIES, ...list, WITHHELD_MODELS: host.folder };
  });
  return host;
}
