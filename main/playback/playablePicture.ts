import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import type { Picture } from '../../shared/model/media';
import { runTool } from '../system/runTool';
import type { Vault } from '../vault/Vault';

/** The way in which the picture gets into the playback. */
export interface PlayablePicture {
  /** Seconds to add to the sealed times, which may count from anywhere. */
  offset: number;
  /** True when Chromium can play the picture as it is, and quickly begin anywhere in it. */
  copied: boolean;
}

/** Packets to look at: enough to hold the first frame that is shown, and to tell how far apart key frames are. */
const LOOKED_AT_PACKETS = 600;
/** Frames times pixels from one key frame to the next; a player may have to decode them all to show one frame. */
const MOST_PIXELS_TO_DECODE = 500e6;

const probeSchema = z.object({
  packets: z.array(z.object({ pts_time: z.coerce.number().optional(), flags: z.string() })),
  streams: z.array(z.object({ codec_name: z.string().optional(), pix_fmt: z.string().optional() })),
});

/**
 * Looks at the beginning of the sealed picture to tell how it gets into the playback.
 * @throws {AppError} `TOOL_MISSING`, `CANCELLED`, `PROJECT_DAMAGED`.
 */
export async function playablePicture(
  vault: Vault,
  picture: Picture,
  signal?: AbortSignal,
): Promise<PlayablePicture> {
  const tool = runTool(
    'ffprobe',
    [
      ...['-v', 'error', '-protocol_whitelist', 'pipe', '-select_streams', 'v:0', '-of', 'json'],
      ...['-show_entries', 'packet=pts_time,flags:stream=codec_name,pix_fmt'],
      ...['-read_intervals', `%+#${LOOKED_AT_PACKETS}`, 'pipe:0'],
    ],
    { signal },
  );
  // ffprobe closes its end when it has seen enough.
  const fed = pipeline(vault.readMedia('picture'), tool.stdin).catch(() => undefined);
  let json = '';
  for await (const text of tool.stdout.setEncoding('utf8')) json += text as string;
  await Promise.all([fed, tool.done]);
  const { packets, streams } = probeSchema.parse(JSON.parse(json));
  const begin = Math.min(...packets.flatMap(({ pts_time }) => pts_time ?? []));
  const [stream] = streams;
  const isKnown = stream?.codec_name === 'h264' && /^yuvj?420p$/.test(stream.pix_fmt ?? '');
  const effort = mostBetweenKeys(packets) * picture.width * picture.height;
  return {
    offset: Number.isFinite(begin) ? picture.start - begin : 0,
    // Frames from before the start were cut away, but a copy would carry them along.
    copied: isKnown && picture.start >= 0 && effort <= MOST_PIXELS_TO_DECODE,
  };
}

function mostBetweenKeys(packets: readonly { flags: string }[]): number {
  let most = 0;
  let since = 0;
  for (const { flags } of packets) {
    since = flags.includes('K') ? 1 : since + 1;
    most = Math.max(most, since);
  }
  return most;
}
