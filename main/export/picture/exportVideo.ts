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
  /** Rectangles to hide, while the spans hide all of the picture; without this the picture is kept. */
  covers?: readonly DrawnCover[] | undefined;
}

/**
 * Frames that tell how a picture begins: more than any codec stores out of order. What an import seals has hidden frames
 * before time zero alone, and frames there show in the picture's start.
 */
export const HEAD_FRAMES = 64;
/** Packets of 1,024 samples that wait in ffmpeg. With its usual 8 it sleeps whenever the sound comes a moment late. */
const SOUND_QUEUE = '256';
/** Arguments for a picture that every player shows, at a quality whose loss does not show. */
export const ENCODER = ['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-fps_mode', 'passthrough'];
/** Arguments for pictures that cannot be copied. */
const ENCODE = [
  ...ENCODER,
  ...['-enc_time_base', '-1'],
  // Whoever made the recording cut away the frames from before the timeline: they only helped to decode others.
  ...['-vf', 'trim=start=0,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p'],
];
/**
 * The clock of a covered picture. Behind a graph of filters ffmpeg no longer knows the recording's own clock; this one
 * has every usual frame rate.
 */
const CLOCK = ['-enc_time_base', '1:90000'];

/**
 * Writes an MP4: the sound with its spans masked, and the picture without anything that is not picture. The picture is
 * copied where possible; otherwise it is encoded, and parts of it may be covered. Every frame keeps its time.
 * @throws {AppError} `DISK_FULL`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function exportVideo(
  vault: Vault,
  picture: Picture,
  track: SoundTrack,
  target: VideoExport,
): Promise<void> {
  const { spans, covers, signal } = target;
  // It begins to be decoded while the picture's times are read.
  const sound = decodeSound(vault, { signal });
  // Covers need the time of every frame.
  const read = covers ? undefined : HEAD_FRAMES;
  const sealed = await pictureTiming(vault.readMedia('picture'), signal, read).catch((error: unknown) => {
    sound.stream.destroy();
    throw error;
  });
  const hidden = sealed.hidden > 0 || picture.start < 0;
  // The container that the picture was sealed in may count from anywhere.
  const offset = picture.start - sealed.begin;
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
      ...['-thread_queue_size', SOUND_QUEUE, ...pcmInput(shape, 0)],
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

/** Returns arguments for a covered picture. The sheets to cover it with are a third input, beside picture and sound. */
function coveredArgs(picture: Picture): string[] {
  return [
    ...['-f', 'ivf', '-i', 'pipe:4', '-filter_complex', coverFilter(picture, '0:v:0', '2:v:0')],
    ...['-map', '[covered]', ...ENCODER, ...CLOCK, ...keepUnits(pictureUnits('h264') ?? [])],
  ];
}

/** @param hidden true if there are frames that must not be seen: a copy would carry them along. */
function pictureArgs(codec: string, hidden: boolean): string[] {
  const units = pictureUnits(codec);
  if (!units || hidden) return [...ENCODE, ...keepUnits(pictureUnits('h264') ?? [])];
  // Apple's players know HEVC by this name only.
  return ['-c:v', 'copy', ...keepUnits(units), ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : [])];
}

const keepUnits = (units: readonly number[]) =>
  units.length > 0 ? ['-bsf:v', `filter_units=pass_types=${units.join('|')}`] : [];
