import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/contract/errors';
import { runTool, type ToolEnd } from '../system/runTool';
import type { Vault } from '../vault/Vault';
import type { Probe } from './probeMedia';
import { measureStreams, type MeasuredStream } from './measureStreams';
import { SEALED_OFFSET } from './sealedOffset';
import { truncated, unreadable } from './mediaErrors';
import { untrustedInput } from './untrustedInput';

/** What was measured on the way, not read from a header. */
export interface SealedStreams {
  picture: MeasuredStream | null;
  sound: MeasuredStream[];
}

/** Picture codecs that MP4 holds and browsers play from it. Others are kept in NUT, which holds anything. */
const MP4_CODECS = new Set(['h264', 'hevc', 'av1', 'vp9', 'mpeg4']);

/** Nothing of the original but its streams: no tags of file or stream, no chapters, no name of the program. */
const BARE = [
  ['-c', 'copy'],
  ['-map_metadata', '-1'],
  ['-map_metadata:s', '-1'],
  ['-map_chapters', '-1'],
  ['-fflags', '+bitexact'],
  ['-flags', '+bitexact'],
].flat();

/**
 * Copies picture and sound, undecoded, from the original into the project file: one program reads it once, its
 * pipes are emptied chunk by chunk, and nothing touches the disk in the clear.
 * @param onSeconds told how far it is, in seconds of the recording.
 * @throws {AppError} `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED`, `FILE_NOT_READABLE`, `DISK_FULL`, `CANCELLED`.
 */
export async function sealStreams(
  vault: Vault,
  file: string,
  probe: Probe,
  options: { signal?: AbortSignal | undefined; onSeconds?: (seconds: number) => void } = {},
): Promise<SealedStreams> {
  const tool = runTool(
    'ffmpeg',
    [
      ['-nostdin', '-v', 'error'],
      untrustedInput(file),
      [...allStreams(probe), '-c', 'copy', '-f', 'framecrc', 'pipe:1'],
      probe.picture ? [...pictureOutput(probe.picture), 'pipe:3'] : [],
      [...soundOutput(probe), 'pipe:4'],
    ].flat(),
    { signal: options.signal, pipes: 2 },
  );
  tool.stdin.end();
  try {
    const [measured, end] = await Promise.all([
      measureStreams(tool.stdout, options.onSeconds),
      tool.done,
      probe.picture ? pipeline(tool.pipe(3), vault.mediaWriter('picture')) : undefined,
      pipeline(tool.pipe(4), vault.mediaWriter('sound')),
    ]);
    requireWhole(end);
    const picture = probe.picture ? (measured.shift() ?? null) : null;
    return { picture, sound: measured };
  } catch (error) {
    tool.child.kill('SIGKILL');
    await tool.done;
    throw error;
  }
}

function allStreams({ picture, sound }: Probe): string[] {
  return [...(picture ? [picture] : []), ...sound].flatMap(({ index }) => ['-map', `0:${index}`]);
}

function pictureOutput({ index, codec }: NonNullable<Probe['picture']>): string[] {
  const container = MP4_CODECS.has(codec)
    ? ['-f', 'mp4', '-movflags', '+frag_keyframe+empty_moov+default_base_moof']
    : ['-f', 'nut', '-output_ts_offset', String(SEALED_OFFSET)];
  return ['-map', `0:${index}`, ...BARE, ...container];
}

/** NUT keeps every track's time base; its version 4 also keeps how many samples of a packet are padding. */
function soundOutput({ sound }: Probe): string[] {
  return [
    ...sound.flatMap(({ index }) => ['-map', `0:${index}`]),
    ...BARE,
    ...['-f', 'nut', '-strict', 'experimental', '-syncpoints', 'none', '-write_index', '0'],
    ...['-output_ts_offset', String(SEALED_OFFSET)],
  ];
}

function requireWhole({ code, stderr }: ToolEnd): void {
  if (/partial file|File ended prematurely/.test(stderr)) throw truncated();
  if (stderr.includes('Input/output error')) {
    throw new AppError(
      'FILE_NOT_READABLE',
      'The disk failed while the recording was read.',
      'Check the disk or card and its cable, copy the recording to this machine, and import the copy.',
    );
  }
  if (code !== 0) throw unreadable();
}
