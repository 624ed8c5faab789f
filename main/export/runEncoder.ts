import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { runTool } from '../system/runTool';

/** A source that feeds the encoder through one of its pipes (file descriptor 0, or 3 and up). */
export interface Feed {
  fd: number;
  /** The source, and the transforms that its bytes pass on their way. */
  stages: [Readable, ...Transform[]];
  /** Settles when the maker of the source ended well: a stream that merely ends may have been cut short. */
  done?: Promise<unknown>;
}

/** Arguments that leave out of every file tags, chapters, dates, and the names and versions of programs. */
const NO_METADATA = ['-map_metadata', '-1', '-map_chapters', '-1', '-bitexact'];

/**
 * Runs ffmpeg from pipes into a file.
 * @param args inputs, maps and codecs.
 * @param muxer container arguments, ending with `-f` and its name.
 * @throws {AppError} `DISK_FULL`, `TOOL_FAILED`, `CANCELLED`, or what a feed failed with.
 */
export async function runEncoder(
  args: readonly string[],
  muxer: readonly string[],
  path: string,
  feeds: readonly Feed[],
  signal?: AbortSignal,
): Promise<void> {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
  const tool = runTool('ffmpeg', [...quiet, ...args, ...NO_METADATA, ...muxer, `file:${path}`], {
    signal,
    pipes: Math.max(0, ...feeds.map(({ fd }) => fd - 2)),
  });
  const feeding = Promise.all(
    feeds.map(async ({ fd, stages, done }) => {
      done?.catch(() => undefined);
      await pipeline([...stages, fd === 0 ? tool.stdin : tool.pipe(fd)]);
      await done;
    }),
  ).catch((error: unknown) => {
    // Half an input must not become a file that looks whole.
    tool.child.kill('SIGKILL');
    for (const { stages } of feeds) stages[0].destroy();
    throw error;
  });
  const [fed, end] = await Promise.allSettled([feeding, tool.done]);
  if (end.status === 'rejected') throw end.reason;
  if (/No space left on device|Disk quota exceeded/.test(end.value.stderr)) {
    throw new AppError(
      'DISK_FULL',
      t('The disk is full.'),
      t('Free some space or choose another folder, then export again.'),
    );
  }
  if (fed.status === 'rejected' && fed.reason instanceof AppError) throw fed.reason;
  // An encoder that gives up closes its pipes, so feeding it fails too; its exit code is the reason.
  if (end.value.code !== 0) {
    throw new AppError(
      'TOOL_FAILED',
      t('ffmpeg could not write the recording.'),
      t('Try another audio format, or install a full build of ffmpeg.'),
    );
  }
  if (fed.status === 'rejected') throw fed.reason;
}
