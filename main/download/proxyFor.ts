import { getProxyForUrl } from 'proxy-from-env';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** Returns what the environment says of proxies for any address. */
const inEnvironment = (): string[] =>
  ['https_proxy', 'http_proxy', 'all_proxy']
    .flatMap((name) => [process.env[name] ?? '', process.env[name.toUpperCase()] ?? ''])
    .filter((proxy) => proxy !== '');

/** Tells which proxy the system's settings name for an address, as scripts of settings (PAC) do: `SOCKS5 host:port`. */
export type SystemProxy = (url: string) => Promise<string>;

/** What scripts of settings call the kinds of proxies, and how an address of each begins. */
const KINDS: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/**
 * Returns the proxy for an address: the one that the environment names (`HTTPS_PROXY`, `ALL_PROXY`, but not for hosts in
 * `NO_PROXY`), or where it names none at all, the first that the system's settings name; null where there is none.
 * @throws {AppError} `DOWNLOAD_FAILED` for a proxy that cannot be used: going past it would show who asks.
 */
export async function proxyFor(url: URL, systemProxy?: SystemProxy): Promise<URL | null> {
  const named = proxyInEnvironment(url);
  // Where the environment says anything, even that there is to be none for this address, that holds.
  if (!systemProxy || inEnvironment().length > 0) return named;
  return firstOf(await systemProxy(url.href));
}

function proxyInEnvironment(url: URL): URL | null {
  const named = getProxyForUrl(url.href);
  if (named === '') return null;
  // A proxy without a scheme is a plain one, as in other programs. The library would take the scheme of the address.
  const bare = named.replace(/^\w+:\/\//u, '');
  const proxy = usable(inEnvironment().includes(bare) ? `http://${bare}` : named);
  if (proxy) return proxy;
  throw unusable(t('The proxy that is set in the environment is of a kind that Withheld cannot use.'));
}

/** Returns the first proxy of an answer, which the system prefers; null where that is to go without one. */
function firstOf(answer: string): URL | null {
  const [first = ''] = answer.split(';');
  const [kind = '', host = ''] = first.trim().split(/\s+/u);
  if (kind === '' || kind.toUpperCase() === 'DIRECT') return null;
  const proxy = usable(`${KINDS[kind.toUpperCase()] ?? 'unknown'}://${host}`);
  if (proxy) return proxy;
  throw unusable(t('The proxy in the system’s settings is of a kind that Withheld cannot use.'));
}

/** Returns a proxy's address when it is of a kind that can be used, or else null. */
function usable(address: string): URL | null {
  const proxy = URL.canParse(address) ? new URL(address) : null;
  const isKnown = proxy && /^(?:https?|socks(?:4a?|5h?)?):$/u.test(proxy.protocol) && proxy.hostname !== '';
  return isKnown && isDecodable(proxy) ? proxy : null;
}

const unusable = (message: string): AppError =>
  new AppError(
    'DOWNLOAD_FAILED',
    message,
    t(
      'Set HTTPS_PROXY to a proxy whose address begins with http or socks, or get the file another way and add it.',
    ),
  );

/** Tells whether user and password can be read: a percent sign stands for a code there. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`);
    return true;
  } catch {
    return false;
  }
}
