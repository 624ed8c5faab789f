import type { Picture, SoundTrack } from '../../shared/project/media';
import { decodeSound } from '../ingest/decodeSound';
import type { Vault } from '../vault/Vault';
import { maskedFeed, shapeOf, type MediaExport } from './exportAudio';
import { pictureTiming } from './pictureTiming';
import { pictureUnits } from './pictureUnits';
import { runEncoder } from './runEncoder';
import { mp4Muxer, pcmInput, reshape, soundCodec } from './soundCodec';
import { tidyMp4 } from './tidyMp4';

/** For pictures that cannot be copied: what every player shows, at a quality whose loss does not show. */
const ENCODE = [
  ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-fps_mode', 'passthrough', '-enc_time_base', '-1'],
  // Frames from before the timeline were cut away by whoever made the recording: they only helped to decode others.
  ...['-vf', 'trim=start=0,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p'],
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
  const sealed = await pictureTiming(vault.readMedia('picture'), target.signal);
  const hidden = sealed.hidden > 0 || picture.start < 0;
  // What the picture was sealed in may count from anywhere.
  const offset = picture.start - sealed.begin;
  const sound = decodeSound(vault, { signal: target.signal });
  const shape = shapeOf(sound);
  const codec = soundCodec('m4a', shape, track);
  await runEncoder(
    [
      ...[
        '-noautorotate',
        '-copyts',
        '-protocol_whitelist',
        'pipe',
        '-itsoffset',
        offset.toFixed(6),
        '-i',
        'pipe:3',
      ],
      ...pcmInput(shape, 0),
      ...['-map', '0:v:0', '-map', '1:a:0', ...pictureArgs(picture.codec, hidden)],
      ...[...reshape(shape, codec.shape), ...codec.args],
    ],
    mp4Muxer('mp4', codec.shape.rate),
    target.path,
    [maskedFeed(sound, target), { fd: 3, stages: [vault.readMedia('picture')] }],
    target.signal,
  );
  await tidyMp4(target.path, picture.rotation);
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
