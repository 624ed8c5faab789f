import { placeOnTimeline } from './placeOnTimeline';
import type { SoundStream } from './probeMedia';
import { SEALED_OFFSET } from './sealedOffset';

/** What NUT carries whole. Others lose what their decoder needs (ADPCM and WMA the block size) or have no tag. */
const CARRIED =
  /^(aac|mp[23]|e?ac3|opus|vorbis|flac|amr_[nw]b|pcm_([suf](8|16|24|32|64)(le|be)?|mulaw|alaw))$/;

const FLAC_CHANNELS = 8;

/**
 * How the sound is sealed: all tracks in one NUT, which keeps each track's time base and, in its version 4, how
 * many samples of a packet are padding. No track may be copied to a second output beside it: ffmpeg 5 carries the
 * rounding of coarse clocks over from one to the other.
 */
export function soundArguments(sound: readonly SoundStream[], anew: boolean): string[] {
  return [
    ...sound.flatMap(({ index }) => ['-map', `0:${index}`]),
    ...sound.flatMap((stream, position) => codecArguments(stream, position, anew)),
    ...['-f', 'nut', '-strict', 'experimental', '-syncpoints', 'none', '-write_index', '0'],
    ...['-output_ts_offset', String(SEALED_OFFSET)],
  ];
}

/**
 * Undecoded where that is possible; else decoded and kept without loss in FLAC, with at most 24 bits a sample,
 * which no lossy codec exceeds.
 */
function codecArguments({ track, sampleFormat }: SoundStream, position: number, anew: boolean): string[] {
  const codec = `-c:a:${position}`;
  if (CARRIED.test(track.codec) && !anew) return [codec, 'copy'];
  const filter = [`-filter:a:${position}`, placeOnTimeline()];
  if (track.channels > FLAC_CHANNELS) return [codec, 'pcm_f32le', ...filter];
  const format = /^(u8|s16)/.test(sampleFormat) ? 's16' : 's32';
  return [codec, 'flac', `-sample_fmt:a:${position}`, format, ...filter];
}
