import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { PAGE_META } from '../../shared/contract/bridge';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import type { Origins } from './origins';
import { PERMISSIONS_POLICY } from './permissionsPolicy';
import { resolveAsset } from './resolveAsset';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers `app://` with the files of the built page, each with the policy that says what it may load. */
export function servePage(folder: string, origins: Origins): (request: Request) => Promise<Response> {
  return async ({ url }) => {
    const file = resolveAsset(folder, new URL(url).pathname);
    const content = file && (await readFile(file).catch(() => null));
    const type = file && TYPES[extname(file)];
    if (!content || !type) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const policy = contentSecurityPolicy(nonce, origins);
    const body =
      type === TYPES['.html'] ? withSurroundings(content.toString(), nonce, policy, origins) : content;
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': policy,
        'Permissions-Policy': PERMISSIONS_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    });
  };
}

/** Puts the policy into the page too, so that it does not rest on how a header of our own scheme is read. */
function withSurroundings(html: string, nonce: string, policy: string, { media }: Origins): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta property="${PAGE_META.nonce}" nonce="${nonce}">`,
    `<meta name="${PAGE_META.mediaOrigin}" content="${media}">`,
  ];
  return html.replace('<head>', () => `<head>${head.join('')}`);
}
