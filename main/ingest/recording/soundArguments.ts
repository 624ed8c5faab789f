import { placeOnTimeline } from '../../media/placeOnTimeline';
import type { SoundStream } from './probeMedia';
import { SEALED_OFFSET_SECONDS } from '../../media/sealedOffset';

/**
 * Codecs that NUT carries whole. Others lose what their decoder needs (ADPCM and WMA the block size) or have no tag.
 */
const CARRIED =
  /^(aac|mp[23]|e?ac3|opus|vorbis|flac|amr_[nw]b|pcm_([suf](8|16|24|32|64)(le|be)?|mulaw|alaw))$/;

const MOST_FLAC_CHANNELS = 8;

/** Samples in a packet. NUT does not say how long the last packet is, so the end is uncertain by this much. */
const FLAC_FRAME_SAMPLES = 1024;

/** Tells whether a track is sealed decoded, because it has to be or because that was asked for. */
export function isDecoded(stream: SoundStream | undefined, anew: boolean): boolean {
  return anew || !CARRIED.test(stream?.track.codec ?? '');
}

/**
 * Tells ffmpeg how the sound is sealed: all tracks in one NUT, which keeps each track's time base and, in its version
 * 4, how many samples of a packet are padding. No track may be copied to a second output beside it: ffmpeg 5 carries
 * the rounding of coarse clocks over from one to the other.
 */
export function soundArguments(sound: readonly SoundStream[], anew: boolean): string[] {
  return [
    ...sound.flatMap(({ index }) => ['-map', `0:${index}`]),
    ...sound.flatMap((stream, position) => codecArguments(stream, position, anew)),
    ...NUT,
    ...['-output_ts_offset', String(SEALED_OFFSET_SECONDS)],
  ];
}

/** Arguments for NUT that can be written to a pipe. */
export const NUT = [
  ...['-f', 'nut', '-strict', 'experimental', '-syncpoints', 'none'],
  ...['-write_index', '0', '-flush_packets', '0'],
];

/**
 * Seals a track undecoded where that is possible. Otherwise it is decoded and kept without loss in FLAC, with at most
 * 24 bits a sample, which no lossy codec exceeds.
 */
function codecArguments(stream: SoundStream, position: number, anew: boolean): string[] {
  const set = (option: string, value: string | number) => [`-${option}:a:${position}`, String(value)];
  if (!isDecoded(stream, anew)) return set('c', 'copy');
  return [...losslessArguments(stream, position), ...set('filter', placeOnTimeline())];
}

/** Keeps a track in FLAC, or as plain samples where FLAC has too few channels. */
export function losslessArguments(stream: SoundStream, position: number): string[] {
  const set = (option: string, value: string | number) => [`-${option}:a:${position}`, String(value)];
  if (stream.track.channels > MOST_FLAC_CHANNELS) return set('c', 'pcm_f32le');
  const format = /^(u8|s16)/.test(stream.sampleFormat) ? 's16' : 's32';
  return [...set('c', 'flac'), ...set('frame_size', FLAC_FRAME_SAMPLES), ...set('sample_fmt', format)];
}
