import * as z from 'zod';
import type { SoundTrack } from '../../../shared/model/media';
import { runTool } from '../../system/runTool';
import { noAudio, readingFailure, undecodableSound, unreadable, withoutIndex } from '../../media/mediaErrors';
import type { Original } from './Original';
import { beginsAsMp4 } from './requireWholeFile';
import { untrustedInput } from '../../media/untrustedInput';

/** A sound stream of the original. `index` is its number there. */
export interface SoundStream {
  index: number;
  /** Its place among all sound tracks, for people: counted from 1, those that cannot be decoded included. */
  number: number;
  isDefault: boolean;
  /** ffmpeg's name for what the decoder gives. */
  sampleFormat: string;
  track: SoundTrack;
}

export interface PictureStream {
  index: number;
  codec: string;
  width: number;
  height: number;
  rotation: number;
  /** Frames a second; 0 when the container does not say. */
  frameRate: number;
}

export interface Probe {
  format: string;
  /** Seconds to the end of the longest of these streams, as the container claims; null when it claims nothing. */
  claimed: number | null;
  picture: PictureStream | null;
  sound: SoundStream[];
  /** Sound tracks that ffmpeg does not know, numbered as those of `sound`. */
  unknown: { number: number; codec: string }[];
  /** Codec and shape of every stream of picture and sound: the same for pieces of one recording. */
  kinds: string[];
}

const number = z.coerce.number();
const flag = z.number().transform((value) => value === 1);

const streamSchema = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  codec_tag_string: z.string().default(''),
  width: z.number().default(0),
  height: z.number().default(0),
  avg_frame_rate: z.string().default('0/0'),
  r_frame_rate: z.string().default('0/0'),
  start_time: number.default(0),
  duration: number.optional(),
  sample_fmt: z.string().default(''),
  sample_rate: number.default(0),
  channels: z.number().default(0),
  channel_layout: z.string().optional(),
  bits_per_sample: z.number().default(0),
  bits_per_raw_sample: number.default(0),
  disposition: z.object({ default: flag, attached_pic: flag, timed_thumbnails: flag }),
  tags: z.object({ rotate: number.optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
});
type Stream = z.infer<typeof streamSchema>;

const probeSchema = z.object({
  streams: z.array(streamSchema),
  format: z.object({
    format_name: z.string(),
    start_time: number.default(0),
    duration: number.optional(),
  }),
});

type Probed = z.infer<typeof probeSchema>;

const ENTRIES = [
  'stream=index,codec_type,codec_name,codec_tag_string,width,height,avg_frame_rate,r_frame_rate,start_time,duration,' +
    'sample_fmt,sample_rate,channels,channel_layout,bits_per_sample,bits_per_raw_sample',
  'stream_disposition',
  'stream_tags=rotate',
  'stream_side_data=rotation',
  'format=format_name,start_time,duration',
].join(':');

/**
 * Reads what a recording consists of.
 * @throws {AppError} `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED`, `MEDIA_NO_AUDIO`, `TOOL_MISSING`, `CANCELLED`.
 */
export async function probeMedia(
  { files: [file], options }: Pick<Original, 'files' | 'options'>,
  signal?: AbortSignal,
): Promise<Probe> {
  const tool = runTool(
    'ffprobe',
    ['-v', 'warning', '-of', 'json', '-show_entries', ENTRIES, ...options, ...untrustedInput(file)],
    { signal },
  );
  tool.stdin.end();
  let json = '';
  for await (const text of tool.stdout.setEncoding('utf8')) json += text as string;
  const { code, stderr } = await tool.done;
  if (code !== 0) {
    const isCut = stderr.includes('moov atom not found') && (await beginsAsMp4(file));
    throw readingFailure(stderr) ?? (isCut ? withoutIndex() : unreadable());
  }
  const { streams, format } = probeSchema.parse(JSON.parse(json));
  const tracks = streams.filter(({ codec_type }) => codec_type === 'audio');
  const sound = tracks.filter(isSound);
  const numbers = new Map(tracks.map((stream, i) => [stream, i + 1]));
  const unknown = tracks
    .filter((stream) => !isSound(stream))
    .map((stream) => ({ number: numbers.get(stream) ?? 0, codec: nameOf(stream) }));
  if (sound.length === 0) throw unknown.length > 0 ? undecodableSound() : noAudio();
  const pictures = streams.filter(isPicture);
  const picture = pictures.find(({ codec_name }) => !STILL.test(codec_name)) ?? pictures[0] ?? null;
  const isGuess = stderr.includes('Estimating duration from bitrate');
  return {
    format: format.format_name,
    claimed: isGuess ? null : claimedEnd(picture ? [picture, ...sound] : sound, format),
    picture: picture && pictureStream(picture),
    sound: sound.map((stream) => soundStream(stream, numbers.get(stream) ?? 0)),
    unknown,
    kinds: streams.filter((stream) => isPicture(stream) || isSound(stream)).map(kindOf),
  };
}

/**
 * Returns the end of picture and sound, as the container claims. Other streams, such as subtitles, may go on for
 * longer. Matroska tells only the end of all of them together.
 */
function claimedEnd(streams: readonly Stream[], format: Probed['format']): number | null {
  const ends = streams.map(({ start_time, duration }) => start_time - format.start_time + (duration ?? NaN));
  const end = Math.max(...ends);
  return Number.isNaN(end) ? (format.duration ?? null) : end;
}

const isSound = (stream: Stream): boolean =>
  stream.codec_type === 'audio' &&
  stream.codec_name !== 'unknown' &&
  stream.sample_rate > 0 &&
  stream.channels > 0;

/** Returns ffmpeg's name for a codec, or the container's where ffmpeg has none. */
const nameOf = ({ codec_name, codec_tag_string }: Stream): string =>
  codec_name === 'unknown' && /^[A-Za-z0-9]+$/.test(codec_tag_string) ? codec_tag_string : codec_name;

const kindOf = ({ codec_name, width, height, sample_rate, channels }: Stream): string =>
  [codec_name, width, height, sample_rate, channels].join(' ');

/** Codecs of cover art, for containers that do not say that it is cover art. */
const STILL = /^(png|bmp|gif|webp|tiff|ljpeg)$/;

/** True for a real picture: cover art and thumbnails are video streams too. */
const isPicture = ({ codec_type, width, height, disposition }: Stream): boolean =>
  codec_type === 'video' &&
  width > 0 &&
  height > 0 &&
  !disposition.attached_pic &&
  !disposition.timed_thumbnails;

const LOSSLESS = /^(pcm_(?!alaw|mulaw|vidc)|flac|alac|wavpack|tta|ape|tak|mlp|truehd)/;

/**
 * Layouts that ffmpeg takes for numbers of channels when the container does not say. A number with a C is no layout in
 * particular.
 */
const USUAL_LAYOUT: Record<number, string> = {
  1: 'mono',
  2: 'stereo',
  3: '2.1',
  4: '4.0',
  5: '5.0',
  6: '5.1',
  7: '6.1',
  8: '7.1',
  16: 'hexadecagonal',
};

function soundStream(stream: Stream, number: number): SoundStream {
  const lossless = LOSSLESS.test(stream.codec_name);
  const bits = stream.bits_per_raw_sample || stream.bits_per_sample;
  return {
    index: stream.index,
    number,
    isDefault: stream.disposition.default,
    sampleFormat: stream.sample_fmt,
    track: {
      codec: stream.codec_name,
      sampleRate: stream.sample_rate,
      channels: stream.channels,
      layout: stream.channel_layout ?? USUAL_LAYOUT[stream.channels] ?? `${stream.channels}C`,
      bitDepth: lossless && bits > 0 ? bits : null,
      float: lossless && /^(flt|dbl)/.test(stream.sample_fmt),
    },
  };
}

function pictureStream(stream: Stream): PictureStream {
  return {
    index: stream.index,
    codec: stream.codec_name,
    width: stream.width,
    height: stream.height,
    rotation: rotationOf(stream),
    frameRate: ratio(stream.avg_frame_rate) || ratio(stream.r_frame_rate),
  };
}

/** Returns clockwise degrees, to the quarter; ffmpeg's display matrix counts the other way round. */
function rotationOf({ side_data_list, tags }: Stream): number {
  const counterClockwise = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation;
  const clockwise = counterClockwise === undefined ? (tags?.rotate ?? 0) : -counterClockwise;
  return (((Math.round(clockwise / 90) * 90) % 360) + 360) % 360;
}

function ratio(text: string): number {
  const [over = 0, under = 0] = text.split('/').map(Number);
  return under > 0 ? over / under : 0;
}
