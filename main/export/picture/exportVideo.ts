import type { Picture, SoundTrack } from '../../../shared/model/media';
import type { DrawnCover } from '../../../shared/model/cover';
import { decodeSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { coverFilter } from './cover/coverFilter';
import { coverSheets } from './cover/coverSheets';
import { seenSize } from './cover/seenSize';
import { maskedFeed, shapeOf, type MediaExport } from '../sound/exportAudio';
import { pictureTiming } from './pictureTiming';
import { pictureUnits } from '../container/pictureUnits';
import { runEncoder, type Feed } from '../runEncoder';
import { mp4Muxer, pcmInput, reshape, soundCodec } from '../sound/soundCodec';
import { tidyMp4 } from '../container/tidyMp4';

export interface VideoExport extends MediaExport {
  /** What to hide in the picture beside all of it during the spans; without this the picture is kept. */
  covers?: readonly DrawnCover[] | undefined;
}

/** What every player shows, at a quality whose loss does not show. */
export const ENCODER = ['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-fps_mode', 'passthrough'];
/** For pictures that cannot be copied. */
const ENCODE = [
  ...ENCODER,
  ...['-enc_time_base', '-1'],
  // Frames from before the timeline were cut away by whoever made the recording: they only helped to decode others.
  ...['-vf', 'trim=start=0,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p'],
];
/** Behind a graph of filters ffmpeg no longer knows the recording's own clock; this one has every usual frame rate. */
const CLOCK = ['-enc_time_base', '1:90000'];

/**
 * Writes an MP4: the picture without anything that is not picture, copied where that can be, or with parts of it
 * covered, and the sound with its spans masked. Every frame keeps its time.
 * @throws {AppError} `DISK_FULL`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function exportVideo(
  vault: Vault,
  picture: Picture,
  track: SoundTrack,
  target: VideoExport,
): Promise<void> {
  const { spans, covers, signal } = target;
  const sealed = await pictureTiming(vault.readMedia('picture'), signal);
  const hidden = sealed.hidden > 0 || picture.start < 0;
  // What the picture was sealed in may count from anywhere.
  const offset = picture.start - sealed.begin;
  const sound = decodeSound(vault, { signal });
  const shape = shapeOf(sound);
  const codec = soundCodec('m4a', shape, track);
  const feeds: Feed[] = [maskedFeed(sound, target), { fd: 3, stages: [vault.readMedia('picture')] }];
  if (covers) {
    const times = sealed.times.map((time) => time + offset).filter((time) => time > -0.0005);
    feeds.push({ fd: 4, stages: [coverSheets(times, { spans, covers }, seenSize(picture))] });
  }
  await runEncoder(
    [
      ...['-noautorotate', '-copyts', '-protocol_whitelist', 'pipe'],
      ...(covers ? ['-reinit_filter', '0'] : []),
      ...['-itsoffset', offset.toFixed(6), '-i', 'pipe:3'],
      ...pcmInput(shape, 0),
      ...(covers ? coveredArgs(picture) : ['-map', '0:v:0', ...pictureArgs(picture.codec, hidden)]),
      ...['-map', '1:a:0', ...reshape(shape, codec.shape), ...codec.args],
    ],
    mp4Muxer('mp4', codec.shape.rate),
    target.path,
    feeds,
    signal,
  );
  // Covers are drawn over what is seen, so a covered picture has been turned already.
  await tidyMp4(target.path, covers ? 0 : picture.rotation);
}

/** Beside picture and sound there is a third input, the sheets to cover with. */
function coveredArgs(picture: Picture): string[] {
  return [
    ...['-f', 'ivf', '-i', 'pipe:4', '-filter_complex', coverFilter(picture, '0:v:0', '2:v:0')],
    ...['-map', '[covered]', ...ENCODER, ...CLOCK, ...keepUnits(pictureUnits('h264') ?? [])],
  ];
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
