import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { isClosedPipe, runTool } from '../../system/runTool';

/** Frames of a picture as a player meets them, and their times in seconds as the container has them. */
export interface PictureTiming {
  frames: number;
  /** Frames that are there, but that an edit list tells players to skip. */
  hidden: number;
  /** Time of the first frame, hidden or not. */
  begin: number;
  /** Times of the first and the last frame that are shown. */
  first: number;
  last: number;
  /** Times of all frames that are shown, ascending. */
  times: number[];
}

/**
 * Reads the times of all frames, from a file or a stream.
 * @param first the number of frames, in the order in which they are stored, after which it stops.
 * @throws {AppError} `TOOL_FAILED`, `TOOL_MISSING`, `CANCELLED`, or what the stream failed with.
 */
export async function pictureTiming(
  input: string | Readable,
  signal?: AbortSignal,
  first?: number,
): Promise<PictureTiming> {
  const from = typeof input === 'string' ? `file:${input}` : 'pipe:0';
  const tool = runTool(
    'ffprobe',
    [
      ...['-v', 'error', '-protocol_whitelist', 'file,pipe', '-select_streams', 'v:0'],
      ...(first === undefined ? [] : ['-read_intervals', `%+#${first}`]),
      ...['-show_entries', 'packet=pts_time,flags', '-of', 'csv=p=0', from],
    ],
    { signal },
  );
  if (typeof input === 'string') tool.stdin.end();
  const feeding = typeof input === 'string' ? Promise.resolve() : pipeline(input, tool.stdin);
  const fed = feeding.catch((error: unknown) => {
    if (first === undefined || !isClosedPipe(error)) throw error;
  });
  fed.catch(() => undefined);
  const timing: PictureTiming = {
    frames: 0,
    hidden: 0,
    begin: Infinity,
    first: Infinity,
    last: -Infinity,
    times: [],
  };
  for await (const line of createInterface({ input: tool.stdout })) {
    const [time = '', flags = ''] = line.split(',');
    const seconds = Number.parseFloat(time);
    if (flags === '') continue;
    const hidden = flags.includes('D');
    timing[hidden ? 'hidden' : 'frames']++;
    if (Number.isNaN(seconds)) continue;
    timing.begin = Math.min(timing.begin, seconds);
    if (hidden) continue;
    timing.first = Math.min(timing.first, seconds);
    timing.last = Math.max(timing.last, seconds);
    timing.times.push(seconds);
  }
  // A tool that was cancelled or gave up breaks the pipe that feeds it, so its own reason comes first.
  const [feed, end] = await Promise.allSettled([fed, tool.done]);
  if (end.status === 'rejected') throw end.reason;
  const isRead = end.value.code === 0;
  if (feed.status === 'rejected' && (isRead || feed.reason instanceof AppError)) throw feed.reason;
  timing.times.sort((a, b) => a - b);
  if (isRead) return timing;
  throw new AppError(
    'TOOL_FAILED',
    t('ffprobe could not read the picture.'),
    t('Import the recording again.'),
  );
}
