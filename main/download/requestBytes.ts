import { request as requestPlainly, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { isLoopback } from '../system/isLoopback';
import { isHostOf } from './isHostOf';
import { proxyFor } from './proxyFor';

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
/** Headers of Node's own requests, which say nothing about this program or this machine. */
const HEADERS = { 'user-agent': 'node', accept: '*/*', 'accept-encoding': 'identity' };

/**
 * Asks for a file's bytes from a position on. **This is the only code of Withheld that uses a network**, and lint keeps
 * it so. It speaks with the hosts it is given and no other, by TLS only (without it to this machine itself), through
 * the proxy that the environment names. It sends no cookies, no account and no name of the program.
 * @param have position of the first byte to get, and the state of the file that the bytes before it are from.
 * @throws {AppError} `HOST_NOT_ALLOWED` for an address elsewhere, `DOWNLOAD_FAILED` with the reason; when the signal
 * aborts, whatever breaks then.
 */
export async function requestBytes(
  source: Source,
  have: { from: number; etag: string | null },
  signal: AbortSignal,
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
    const response = await ask(url, { ...HEADERS, ...range }, signal);
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
      return requestBytes(source, { from: 0, etag: null }, signal);
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

function ask(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
  const proxy = proxyFor(url);
  const isSecure = url.protocol === 'https:';
  const agent = proxy !== null && {
    agent: isSecure ? new HttpsProxyAgent({ proxy }) : new HttpProxyAgent({ proxy }),
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (isSecure ? requestSecurely : requestPlainly)(
      url,
      { headers, signal, timeout: SILENCE_MILLISECONDS, ...agent },
      resolve,
    );
    request.once('timeout', () => request.destroy(new Error('nothing came for too long')));
    request.on('error', (cause) => reject(explain(cause, url, proxy)));
    request.end();
  });
}

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
  const refusal = /^Bad response: (\d+)/u.exec(cause.message)?.[1];
  if (refusal !== undefined) {
    return failed(
      t('The proxy did not let this through to {hostname} ({refusal}).', { hostname, refusal }),
      t(
        'Correct the proxy that HTTPS_PROXY names, or get the file on another machine and add it from there.',
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
