import { once } from 'node:events';
import {
  request as requestPlainly,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestSecurely } from 'node:https';
import { connect as connectPlainly, isIP, Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { SocksClient, type SocksClientOptions } from 'socks';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { isLoopback } from '../system/isLoopback';
import { isHostOf } from './isHostOf';
import { proxyFor, type SystemProxy } from './proxyFor';

/** The address of a file, and the hosts that may hand over to one another. Hosts below them count as well. */
export interface Source {
  url: string;
  hosts: readonly string[];
}

export interface Reply {
  /** Position of the first byte that comes; 0 where the host does not go on in the middle, or has another file now. */
  from: number;
  /** Bytes of the whole file; null where the host does not say. */
  total: number | null;
  /** The host's name for this state of the file; null where it gives none. */
  etag: string | null;
  body: IncomingMessage;
}

const MOST_REDIRECTS = 5;
/** Milliseconds without a byte after which a connection counts as lost. */
const SILENCE_MILLISECONDS = 60_000;
/** How the libraries say that a proxy refuses: by its status, or by the answer's name in the standard. */
const REFUSAL = /^(?:Bad response: (\d+)|Socks\d (?:proxy rejected connection - )?(\w.*))/iu;
/** The port of a SOCKS proxy whose address names none (RFC 1928). */
const SOCKS_PORT = 1080;
/** Headers of Node's own requests, which say nothing about this program or this machine. */
const HEADERS = { 'user-agent': 'node', accept: '*/*', 'accept-encoding': 'identity' };

/**
 * Asks for a file's bytes from a position on. **This is the only code of Withheld that uses a network**, and lint keeps
 * it so. It speaks with the hosts it is given and no other, by TLS only (without it to this machine itself), through
 * the proxy that the environment or the system's settings name. It sends no cookies, no account and no name of the
 * program.
 * @param have position of the first byte to get, and the state of the file that the bytes before it are from.
 * @throws {AppError} `HOST_NOT_ALLOWED` for an address elsewhere, `DOWNLOAD_FAILED` with the reason; when the signal
 * aborts, whatever breaks then.
 */
export async function requestBytes(
  source: Source,
  have: { from: number; etag: string | null },
  signal: AbortSignal,
  systemProxy?: SystemProxy,
): Promise<Reply> {
  const range =
    have.from > 0
      ? { range: `bytes=${have.from}-`, ...(have.etag !== null && { 'if-range': have.etag }) }
      : {};
  let url = new URL(source.url);
  const isTrial = url.protocol === 'http:' && isLoopback(url);
  for (let i = 0; i <= MOST_REDIRECTS; i++) {
    const isPrivate = url.protocol === 'https:' || (isTrial && url.protocol === 'http:' && isLoopback(url));
    if (!isPrivate || !isHostOf(url, source.hosts)) throw notAllowed(url);
    const response = await ask(url, { ...HEADERS, ...range }, signal, systemProxy);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = addressIn(headers.location, url);
      continue;
    }
    const etag = headers.etag?.startsWith('"') ? headers.etag : null;
    if (statusCode === 200)
      return { from: 0, total: numberIn(headers['content-length']), etag, body: response };
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/u.exec(headers['content-range'] ?? '') ?? [];
    const isOther = etag !== null && have.etag !== null && etag !== have.etag;
    if (statusCode === 206 && Number(from) === have.from && !isOther)
      return { from: have.from, total: numberIn(total), etag, body: response };
    response.destroy();
    // The host has less than is here already, goes on elsewhere, or has another file now: begin from the start.
    if (have.from > 0 && (statusCode === 416 || statusCode === 206))
      return requestBytes(source, { from: 0, etag: null }, signal, systemProxy);
    throw failed(
      t('{host} answered with {status} in place of the file.', { host: url.hostname, status: statusCode }),
      t('Try again later, or get the file another way and add it.'),
    );
  }
  throw failed(
    t('{host} sends from one address to the next.', { host: url.hostname }),
    t('Try again later.'),
  );
}

async function ask(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  systemProxy?: SystemProxy,
): Promise<IncomingMessage> {
  const proxy = await proxyFor(url, systemProxy);
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (isSecure ? requestSecurely : requestPlainly)(
      url,
      { headers, signal, timeout: SILENCE_MILLISECONDS, ...(proxy && through(proxy, url, signal)) },
      resolve,
    );
    request.once('timeout', () => request.destroy(new Error('nothing came for too long')));
    request.on('error', (cause) => reject(explain(cause, url, proxy)));
    request.end();
  });
}

/** Returns the options with which a request goes through a proxy. */
function through(proxy: URL, url: URL, signal: AbortSignal): RequestOptions {
  if (proxy.protocol.startsWith('socks')) return { createConnection: socksConnection(proxy, url, signal) };
  return {
    agent: url.protocol === 'https:' ? new HttpsProxyAgent({ proxy }) : new HttpProxyAgent({ proxy }),
  };
}

/**
 * Returns what connects to an address through a SOCKS proxy. The proxy is given the host's name, whatever its address
 * begins with (`socks5` or `socks5h`): to look the name up here would show who asks.
 */
function socksConnection(
  proxy: URL,
  url: URL,
  signal: AbortSignal,
): NonNullable<RequestOptions['createConnection']> {
  const isSecure = url.protocol === 'https:';
  const host = plainHost(url);
  const userId = decodeURIComponent(proxy.username);
  const asked: SocksClientOptions = {
    command: 'connect',
    proxy: {
      host: plainHost(proxy),
      port: Number(proxy.port || SOCKS_PORT),
      type: proxy.protocol.startsWith('socks4') ? 4 : 5,
      ...(userId !== '' && { userId, password: decodeURIComponent(proxy.password) }),
    },
    destination: { host, port: Number(url.port || (isSecure ? 443 : 80)) },
    timeout: SILENCE_MILLISECONDS,
  };
  const connect = async () => {
    const plain = connectPlainly(asked.proxy.port, asked.proxy.host ?? '');
    signal.addEventListener('abort', () => plain.destroy(), { once: true });
    await once(plain, 'connect', { signal });
    const { socket } = await SocksClient.createConnection({ ...asked, existing_socket: plain });
    return isSecure ? connectSecurely({ socket, ...(isIP(host) === 0 && { servername: host }) }) : socket;
  };
  return (_, done) => {
    connect().then(
      (socket) => done(null, socket),
      // Where there is an error, Node looks at nothing else.
      (cause: unknown) => done(cause instanceof Error ? cause : new Error('no connection'), new Socket()),
    );
    return undefined;
  };
}

/** Returns a host without the brackets that an address of IPv6 has in a URL. */
const plainHost = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/u, '$1');

/** Says in a sentence why a host could not be asked. */
function explain(cause: Error, { hostname }: URL, proxy: URL | null): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const asked = { host: (proxy ?? { hostname }).hostname, what: proxy === null ? 'host' : 'proxy' };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return failed(
      t(
        '{what, select, proxy {The address of the proxy {host} could not be found: this machine seems to be offline.} other {The address of {host} could not be found: this machine seems to be offline.}}',
        asked,
      ),
      t('Connect it and try again, or get the file on another machine and add it from there.'),
      cause,
    );
  }
  const [, status, answer] = REFUSAL.exec(cause.message) ?? [];
  const refusal = status ?? answer;
  if (refusal !== undefined) {
    return failed(
      t('The proxy did not let this through to {hostname} ({refusal}).', { hostname, refusal }),
      t(
        'Correct the proxy that the environment or the system’s settings name, or get the file on another machine and add it from there.',
      ),
      cause,
    );
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/u.test(code)) {
    return failed(
      t('It is not certain that {hostname} is who answers: its certificate does not hold.', { hostname }),
      t('Do not go on in this network: get the file on another machine and add it from there.'),
      cause,
    );
  }
  return failed(
    t(
      '{what, select, proxy {The proxy {host} cannot be reached, or the connection broke.} other {{host} cannot be reached, or the connection broke.}}',
      asked,
    ),
    t('Try again, or get the file on another machine and add it from there.'),
    cause,
  );
}

function addressIn(location: string, from: URL): URL {
  try {
    return new URL(location, from);
  } catch {
    throw failed(t('{host} sends on to what is no address.', { host: from.hostname }), t('Try again later.'));
  }
}

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;

const notAllowed = ({ protocol, hostname }: URL): AppError =>
  new AppError(
    'HOST_NOT_ALLOWED',
    t('The file is said to be at {hostname} ({protocol}), which Withheld does not ask.', {
      hostname,
      protocol: protocol.replace(':', ''),
    }),
    t('Nothing was got from there. Get the file another way and add it.'),
  );

const failed = (message: string, next: string, cause?: unknown): AppError =>
  new AppError('DOWNLOAD_FAILED', message, next, { cause });
