import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runTool, type ToolEnd } from '../../system/runTool';
import { measureStreams, type MeasuredStream } from './measureStreams';
import { noAudio, readingFailure, unreadable } from '../../media/mediaErrors';
import { evenArguments, placeArguments, type EvenSound } from './evenSound';
import { pictureArguments } from './pictureArguments';
import { hearTracks, type HeardTracks } from './hearTracks';
import { isReadable } from './isReadable';
import { inputOf, type Original } from './Original';
import type { Probe } from './probeMedia';
import { SEALED_OFFSET_SECONDS } from '../../media/sealedOffset';
import { isDecoded, soundArguments } from './soundArguments';
import { runTogether } from '../../media/runTogether';

/** The sealed streams as they were measured on the way, not read from a header; seconds on the container's timeline. */
export interface SealedStreams {
  /** What the original's container says of the frames. It does not hold for those that were encoded anew. */
  picture: MeasuredStream | null;
  /** False if the picture was copied and cannot be decoded: its codec needs what only the original's container tells. */
  isReadable: boolean;
  sound: MeasuredStream[];
  /** What a decoder makes of the sealed sound. */
  heard: HeardTracks;
}

/** What is to be sealed, and how. */
export interface SealTask extends Pick<Probe, 'picture' | 'sound'> {
  original: Original;
  /** The kinds of streams to decode and encode anew: a copy would not keep them as they are seen and heard. */
  anew: { picture: boolean; sound: boolean };
  /** Set where rate or channels change on the way: every track is then decoded and brought to one shape. */
  even?: EvenSound | undefined;
}

export interface SealOptions {
  signal?: AbortSignal | undefined;
  /** Called with the seconds of the recording that are done. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

/**
 * Arguments that keep nothing of the original but its streams: no tags of file or stream, no chapters, no name of the
 * program.
 */
const BARE = [
  ...['-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1'],
  ...['-fflags', '+bitexact', '-flags', '+bitexact'],
];

/**
 * Puts picture and sound of the original into streams that seal them: one program reads it once, its pipes are emptied
 * chunk by chunk, and nothing touches the disk in the clear. The sealed sound is measured and decoded as it passes, and
 * the picture's beginning is decoded.
 * @param writer makes the stream that seals a part.
 * @throws {AppError} `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED`, `MEDIA_NO_AUDIO`, `FILE_NOT_READABLE`, `DISK_FULL`,
 * `TOOL_MISSING`, `CANCELLED`.
 */
export async function sealStreams(
  writer: (part: 'picture' | 'sound') => Writable,
  { original, picture, sound, anew, even }: SealTask,
  { signal, onSeconds }: SealOptions,
): Promise<SealedStreams> {
  const input = inputOf(original);
  const sealer = runTool(
    'ffmpeg',
    [
      // AVI and MPEG program streams do not tell the time of every frame; MP4 and NUT need it.
      ...['-nostdin', '-v', 'error', '-noautorotate', '-fflags', '+genpts'],
      ...input.args,
      // The list costs a checksum of every frame, which is little beside encrypting it.
      ...(picture && !anew.picture
        ? ['-map', `0:${picture.index}`, '-c', 'copy', '-f', 'framecrc', 'pipe:1']
        : []),
      ...(picture ? [...pictureArguments(picture, anew.picture), ...BARE, 'pipe:3'] : []),
      ...(even ? evenArguments(sound, even) : soundArguments(sound, anew.sound)),
      ...[...BARE, 'pipe:4'],
    ],
    { signal, pipes: 2 },
  );
  const evened = even && runTool('ffmpeg', [...placeArguments(sound, even), ...BARE, 'pipe:1'], { signal });
  const source = evened ? evened.stdout : sealer.pipe(4);
  const measurer = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-copyts', '-f', 'nut', '-i', 'pipe:0'],
      ...['-map', '0', '-c', 'copy', '-f', 'framecrc', 'pipe:1'],
    ],
    { signal },
  );
  sealer.stdin.end(input.stdin);
  const work = [
    ...(picture ? [pipeline(sealer.pipe(3), writer('picture'))] : []),
    ...(evened ? [pipeline(sealer.pipe(4), evened.stdin), evened.done] : []),
    pipeline(source, writer('sound')),
    pipeline(source, measurer.stdin),
  ];
  const pictures = measureStreams(sealer.stdout, { zero: 0, inOrder: false });
  const sounds = measureStreams(measurer.stdout, {
    zero: SEALED_OFFSET_SECONDS,
    inOrder: true,
    ...(onSeconds ? { onSeconds } : {}),
  });
  const hearing = hearTracks(copyOf(source), sound, signal);
  const readable =
    picture && !anew.picture ? isReadable(copyOf(sealer.pipe(3), HEAD_BYTES), signal) : Promise.resolve(true);
  const broken = await runTogether(
    [...work, pictures, sounds, hearing, readable, sealer.done, measurer.done],
    [sealer, measurer, ...(evened ? [evened] : [])],
  );
  requireWhole(await sealer.done, original.incomplete);
  if (broken.length > 0) throw broken[0];
  const measured = await sounds;
  if (measured.length === 0) throw noAudio();
  const [frames] = await pictures;
  return {
    picture: frames ?? null,
    isReadable: await readable,
    // A container's claim says nothing of what a decoder made of the last packet.
    sound: measured.map((one, i) =>
      isDecoded(sound[i], anew.sound || even !== undefined) ? { ...one, end: one.endAtMost } : one,
    ),
    heard: await hearing,
  };
}

/** Bytes of a picture that may wait for a decoder that has only begun to run; it needs no more. */
const HEAD_BYTES = 32 * 1024 * 1024;

/** Returns a stream of the same bytes. Its reader may give up; the first stream then goes on without it. */
function copyOf(source: Readable, highWaterMark?: number): Readable {
  const copy = source.pipe(new PassThrough({ highWaterMark }));
  // A stream that is destroyed does not end what it is piped to, and the reader would wait for ever.
  source.once('close', () => copy.end());
  return copy;
}

function requireWhole({ code, stderr }: ToolEnd, incomplete: boolean): void {
  const failure = readingFailure(stderr);
  if (failure && !(incomplete && failure.code === 'MEDIA_TRUNCATED')) throw failure;
  if (code !== 0) throw unreadable();
}
