import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/model/errors';
import { runTool } from '../../system/runTool';
import { Unreadable } from '../Unreadable';
import type { PictureSize } from './uprightSize';

/** ffprobe's facts about a picture's size and frames. Times are seconds as the container has them. */
export interface PictureFacts {
  /** Its size as it is stored, before players turn it. */
  size: PictureSize;
  /** Number of frames that are shown. */
  frames: number;
  /** Number of frames that an edit list tells players to skip. */
  hidden: number;
  /** Time of the first frame, hidden or not. */
  begin: number;
  /** Times of the frames that are shown, ascending. */
  times: Float64Array;
}

/** `packet|pts=1024|flags=K__` or `stream|width=640|…`. */
const FIELD = /([a-z_]+)=([^|]*)/gu;

/**
 * Reads a picture's size and the times of all its frames, from a file or a stream. It counts times in the ticks of the
 * stream's own clock, and turns them into seconds at the end.
 * @throws {AppError} `TOOL_MISSING`, `CANCELLED`, or the stream's own error; {Unreadable} when it is not a picture.
 */
export async function readPicture(input: string | Readable, signal?: AbortSignal): Promise<PictureFacts> {
  const isFile = typeof input === 'string';
  const wanted = 'stream=width,height,time_base:packet=pts,flags';
  const tool = runTool(
    'ffprobe',
    [
      ...['-v', 'error', '-protocol_whitelist', 'file,pipe', '-select_streams', 'v:0'],
      ...['-show_entries', wanted, '-of', 'compact', isFile ? `file:${input}` : 'pipe:0'],
    ],
    { signal },
  );
  const fed = isFile ? Promise.resolve(tool.stdin.end()) : pipeline(input, tool.stdin);
  fed.catch(() => undefined);
  const ticks: number[] = [];
  let stream: Record<string, string> = {};
  let [frames, hidden, begin] = [0, 0, Infinity];
  for await (const line of createInterface({ input: tool.stdout })) {
    const fields = Object.fromEntries(
      Array.from(line.matchAll(FIELD), ([, key = '', value = '']) => [key, value]),
    );
    if (line.startsWith('stream|')) stream = fields;
    if (!line.startsWith('packet|')) continue;
    const isHidden = fields.flags?.includes('D') ?? false;
    if (isHidden) hidden++;
    else frames++;
    // Frames that have no time of their own say `N/A`.
    const tick = Number(fields.pts);
    if (Number.isNaN(tick)) continue;
    begin = Math.min(begin, tick);
    if (!isHidden) ticks.push(tick);
  }
  // A tool that was cancelled or gave up breaks the pipe that feeds it, so its own reason comes first.
  const [feeding, end] = await Promise.allSettled([fed, tool.done]);
  if (end.status === 'rejected') throw end.reason;
  if (feeding.status === 'rejected' && feeding.reason instanceof AppError) throw feeding.reason;
  const [numerator = NaN, denominator = NaN] = (stream.time_base ?? '').split('/').map(Number);
  const size = { width: Number(stream.width), height: Number(stream.height) };
  const isWhole = [numerator, denominator, size.width, size.height].every((value) => value > 0);
  if (end.value.code !== 0 || feeding.status === 'rejected' || !isWhole)
    throw new Unreadable('the picture cannot be read');
  const seconds = (tick: number) => (tick * numerator) / denominator;
  const times = Float64Array.from(ticks, seconds).sort();
  return { size, frames, hidden, begin: seconds(begin), times };
}
