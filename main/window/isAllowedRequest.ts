import type { Origins } from './origins';

/**
 * Tells whether the window may ask for an address at all: only for what we serve, and for what the page made itself.
 * Everything else is refused, whatever its scheme, so nothing need be known about it.
 */
export function isAllowedRequest(address: string, { page, media }: Origins): boolean {
  if (/^data:/iu.test(address)) return true;
  const made = /^blob:/iu.test(address) ? address.slice('blob:'.length) : address;
  return [page, media].some((origin) => made === origin || made.startsWith(`${origin}/`));
}
