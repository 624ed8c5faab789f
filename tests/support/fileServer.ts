import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  connect,
  createServer as createPlainServer,
  type AddressInfo,
  type Server as PlainServer,
  type Socket,
} from 'node:net';
import { join } from 'node:path';

const LOOPBACK = join(import.meta.dirname, '..', 'fixtures', 'loopback');
/** The server's certificate, which it signed itself. It is of no use but for tests, since its key lies beside it. */
export const CERTIFICATE = join(LOOPBACK, 'certificate.pem');

/** A server on this machine, with what it was asked and how it answers. */
export interface FileServer {
  port: number;
  asked: IncomingMessage[];
  answer: RequestListener;
  close: () => Promise<void>;
}

/** Starts a server on this machine that answers every request as it is told to. */
export async function startFileServer({ secure = false } = {}): Promise<FileServer> {
  const listener: RequestListener = (request, response) => {
    served.asked.push(request);
    served.answer(request, response);
  };
  const server = secure
    ? createSecureServer(
        { key: readFileSync(join(LOOPBACK, 'key.pem')), cert: readFileSync(CERTIFICATE) },
        listener,
      )
    : createServer(listener);
  const served: FileServer = {
    port: await listen(server),
    asked: [],
    answer: notFound,
    close: () => stop(server),
  };
  return served;
}

export const notFound: RequestListener = (_request, response) => {
  response.writeHead(404).end();
};

export const redirectTo =
  (location: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location }).end();
  };

interface Giving {
  etag?: string;
  /** True to give the whole file, whatever part is asked for. */
  ignoresRanges?: boolean;
  /** True to announce no size. */
  withoutSize?: boolean;
  /** Bytes after which it stops. Then the connection breaks, or nothing more comes. */
  stopAfter?: number;
  how?: 'breaks' | 'hangs';
  onStop?: () => void;
}

/** Gives a file as servers do: from the place that is asked for, if the file is still the same. */
export const giveFile =
  (
    bytes: Buffer,
    { etag, ignoresRanges, withoutSize, stopAfter, how = 'breaks', onStop }: Giving = {},
  ): RequestListener =>
  (request, response) => {
    const asked = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1];
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    const from = asked !== undefined && isSame && !ignoresRanges ? Number(asked) : 0;
    if (from > 0 && from >= bytes.length) return void response.writeHead(416).end();
    const rest = bytes.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      ...(etag !== undefined && { etag }),
      ...(!withoutSize && { 'content-length': rest.length }),
      ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    });
    if (stopAfter === undefined || stopAfter >= rest.length) return void response.end(rest);
    response.write(rest.subarray(0, stopAfter), () => {
      if (how === 'breaks') breakOff(response);
      onStop?.();
    });
  };

/** Ends a connection in the middle of a file, once that is under way. */
function breakOff(response: ServerResponse): void {
  response.socket?.end();
}

/** A proxy on this machine that connects to what it is asked for, and keeps a list of that. */
export interface Proxy {
  port: number;
  asked: string[];
  /** The status of its refusal; null to connect. */
  refuses: number | null;
  close: () => Promise<void>;
}

export async function startProxy(): Promise<Proxy> {
  const server = createServer(notFound);
  const sockets = new Set<Socket>();
  server.on('connect', (request, client: Socket) => {
    proxy.asked.push(request.url ?? '');
    sockets.add(client.on('error', () => undefined));
    if (proxy.refuses !== null) return void client.end(`HTTP/1.1 ${proxy.refuses} No\r\n\r\n`);
    const { hostname, port } = new URL(`http://${request.url ?? ''}`);
    const beyond = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(beyond).pipe(client);
    });
    sockets.add(beyond.on('error', () => client.destroy()));
  });
  const proxy: Proxy = {
    port: await listen(server),
    asked: [],
    refuses: null,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return stop(server);
    },
  };
  return proxy;
}

/** A SOCKS proxy on this machine (RFC 1928, RFC 1929), with what was asked of it: the hosts as they were named. */
export interface SocksProxy extends Omit<Proxy, 'refuses'> {
  /** The user and password that it wants, with a colon between; null to let everybody in. */
  wants: string | null;
  /** True to refuse what is asked. */
  refuses: boolean;
}

const SOCKS = { version: 5, none: 0, password: 2, unacceptable: 255, connected: 0, notAllowed: 2 };
/** Kinds of addresses in a request. */
const ADDRESS = { ipv4: 1, name: 3 };

export async function startSocksProxy(): Promise<SocksProxy> {
  const sockets = new Set<Socket>();
  const server = createPlainServer((client) => {
    sockets.add(client.on('error', () => undefined));
    void serve(client).catch(() => client.destroy());
  });
  const proxy: SocksProxy = {
    port: await listen(server),
    asked: [],
    wants: null,
    refuses: false,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return proxy;

  async function serve(client: Socket): Promise<void> {
    const [, methods = 0] = await take(client, 2);
    await take(client, methods);
    client.write(Buffer.from([SOCKS.version, proxy.wants === null ? SOCKS.none : SOCKS.password]));
    if (proxy.wants !== null) {
      const [, length = 0] = await take(client, 2);
      const user = await take(client, length);
      const [more = 0] = await take(client, 1);
      const password = await take(client, more);
      const isRight = `${user.toString()}:${password.toString()}` === proxy.wants;
      client.write(Buffer.from([1, isRight ? 0 : 1]));
      if (!isRight) return void client.end();
    }
    const [, , , kind] = await take(client, 4);
    const [length = 0] = kind === ADDRESS.name ? await take(client, 1) : [4];
    const named = await take(client, length);
    const host = kind === ADDRESS.name ? named.toString() : named.join('.');
    const port = (await take(client, 2)).readUInt16BE();
    proxy.asked.push(`${host}:${port}`);
    const answer = proxy.refuses ? SOCKS.notAllowed : SOCKS.connected;
    const reply = Buffer.from([SOCKS.version, answer, 0, ADDRESS.ipv4, 0, 0, 0, 0, 0, 0]);
    if (proxy.refuses) return void client.end(reply);
    const beyond = connect(port, host, () => {
      client.write(reply);
      client.pipe(beyond).pipe(client);
    });
    sockets.add(beyond.on('error', () => client.destroy()));
  }
}

/** Waits for so many bytes of a connection. */
async function take(socket: Socket, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  for (;;) {
    const taken = socket.read(bytes) as Buffer | null;
    if (taken) return taken;
    await once(socket, 'readable');
  }
}

/** The environment of a machine without any proxy. */
export const NO_PROXIES = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
    [name, ''],
    [name.toUpperCase(), ''],
  ]),
);

const listen = (server: PlainServer): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
