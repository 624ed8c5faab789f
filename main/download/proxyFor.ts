import { getProxyForUrl } from 'proxy-from-env';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

const NAMES = ['https_proxy', 'http_proxy', 'all_proxy'];

/**
 * Returns the proxy that the environment names for an address (`HTTPS_PROXY`, `ALL_PROXY`, but not for hosts in
 * `NO_PROXY`); null where there is none.
 * @throws {AppError} `DOWNLOAD_FAILED` for a proxy that cannot be used: going past it would show who asks.
 */
export function proxyFor(url: URL): URL | null {
  const named = getProxyForUrl(url.href);
  if (named === '') return null;
  // A proxy without a scheme is a plain one, as in other programs. The library would take the scheme of the address.
  const bare = named.replace(/^\w+:\/\//u, '');
  const isBare = NAMES.some((name) => [name, name.toUpperCase()].some((each) => process.env[each] === bare));
  const address = isBare ? `http://${bare}` : named;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  if (proxy && /^(?:https?|socks(?:4a?|5h?)?):$/u.test(proxy.protocol) && isDecodable(proxy)) return proxy;
  throw new AppError(
    'DOWNLOAD_FAILED',
    t('The proxy that is set in the environment is of a kind that Withheld cannot use.'),
    t(
      'Set HTTPS_PROXY to a proxy whose address begins with http or socks, or get the file another way and add it.',
    ),
  );
}

/** Tells whether user and password can be read: a percent sign stands for a code there. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`);
    return true;
  } catch {
    return false;
  }
}
