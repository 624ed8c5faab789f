import type { Picture, SoundTrack } from '../../shared/project/media';
import { decodeSound } from '../ingest/decodeSound';
import type { Vault } from '../vault/Vault';
import { maskedFeed, shapeOf, type MediaExport } from './exportAudio';
import { pictureTiming } from './pictureTiming';
import { pictureUnits } from './pictureUnits';
import { runEncoder } from './runEncoder';
import { pcmInput, reshape, soundCodec } from './soundCodec';
import { turnPicture } from './turnPicture';

const MUXER = ['-empty_hdlr_name', '1', '-movflags', '+faststart', '-f', 'mp4'];

/** For pictures that cannot be copied: what every player shows, at a quality whose loss does not show. */
const ENCODE = [
  ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-fps_mode', 'passthrough', '-enc_time_base', '-1'],
  ...['-vf', 'pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p'],
];

/**
 * Writes an MP4: the picture without anything that is not picture, copied where that can be, and the sound with
 * its spans masked. Every frame keeps its time.
 * @throws {AppError} `DISK_FULL`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function exportVideo(
  vault: Vault,
  picture: Picture,
  track: SoundTrack,
  target: MediaExport,
): Promise<void> {
  const { hidden } = await pictureTiming(vault.readMedia('picture'), target.signal);
  const sound = decodeSound(vault, { signal: target.signal });
  const shape = shapeOf(sound);
  const codec = soundCodec('m4a', shape, track);
  await runEncoder(
    [
      // ffmpeg lets every input begin at 0; the picture is moved to where it began in the recording.
      ...[
        '-noautorotate',
        '-protocol_whitelist',
        'pipe',
        '-itsoffset',
        `${picture.start}`,
        '-i',
        'pipe:3',
        ...pcmInput(shape, 0),
      ],
      ...['-map', '0:v:0', '-map', '1:a:0', ...pictureArgs(picture.codec, hidden > 0)],
      ...[...reshape(shape, codec.shape), ...codec.args],
    ],
    MUXER,
    target.path,
    [maskedFeed(sound, target), { fd: 3, stages: [vault.readMedia('picture')] }],
    target.signal,
  );
  await turnPicture(target.path, picture.rotation);
}

/** @param hidden whether there are frames that must not be seen: a copy would carry them along. */
function pictureArgs(codec: string, hidden: boolean): string[] {
  const units = pictureUnits(codec);
  if (!units || hidden) return [...ENCODE, ...keepUnits(pictureUnits('h264') ?? [])];
  // Apple's players know HEVC by this name only.
  return ['-c:v', 'copy', ...keepUnits(units), ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : [])];
}

const keepUnits = (units: readonly number[]) =>
  units.length > 0 ? ['-bsf:v', `filter_units=pass_types=${units.join('|')}`] : [];
