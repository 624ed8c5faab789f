import { Readable } from 'node:stream';
import type { Origins } from './origins';
import { parseRange, type Bytes } from './parseRange';

export type PlaybackOf = (project: string) => { size: number; read: (range: Bytes) => Readable } | null;

/**
 * Answers `media://withheld/<project>` with the bytes that the player asks for. They come out of the project file as
 * the player takes them, so that neither the disk nor memory ever holds the whole.
 */
export function serveMedia(playback: PlaybackOf, { page }: Origins): (request: Request) => Response {
  const common = {
    'Accept-Ranges': 'bytes',
    // The page routes the sound through WebAudio, which plays nothing from another origin unless that origin agrees.
    'Access-Control-Allow-Origin': page,
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  return ({ url, method, headers }) => {
    const media = playback(new URL(url).pathname.slice(1));
    if (!media) return new Response(null, { status: 404, headers: common });
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers: common });
    const { size } = media;
    const range = parseRange(headers.get('range'), size);
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${size}` } });
    }
    const { from, to } = range ?? { from: 0, to: size };
    const body = method === 'HEAD' ? null : (Readable.toWeb(media.read({ from, to })) as ReadableStream);
    return new Response(body, {
      status: range ? 206 : 200,
      headers: {
        ...common,
        'Content-Type': 'video/mp4',
        'Content-Length': String(to - from),
        ...(range && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
      },
    });
  };
}
