import type { Origins } from './origins';

/**
 * Says what the page may load: its own scripts, styles and fonts, and the sound and picture of open projects. Style sheets
 * that scripts make must carry the nonce. The page may not frame, evaluate, send or base anything elsewhere.
 */
export function contentSecurityPolicy(nonce: string, { media }: Origins): string {
  // A scheme of our own is enough; a stand-in's origin is named in full, since its scheme is the whole network's.
  const source = media.startsWith('media:') ? 'media:' : media;
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data: blob:`,
    `media-src ${source}`,
    `connect-src ${source}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
