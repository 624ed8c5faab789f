import type { PictureStream } from './probeMedia';
import { SEALED_OFFSET_SECONDS } from '../../media/sealedOffset';

/** Picture codecs that MP4 holds and browsers play from it. Others are kept in NUT, which holds anything. */
const MP4_CODECS = /^(h264|hevc|av1|vp9|mpeg4)$/;

/** The codec of a picture that cannot be copied. */
export const ENCODED = 'h264';

/** Arguments for a quality whose loss does not show, at a speed near that of watching. */
const ENCODE = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p'],
  ...['-fps_mode', 'passthrough', '-enc_time_base', '-1'],
];

/**
 * Arguments for MP4 that is written without going back. The edit list that keeps its start needs to know the first
 * frames.
 */
const FRAGMENTED_MP4 = [
  ...['-f', 'mp4', '-movflags', '+frag_keyframe+delay_moov+default_base_moof'],
  // Edit lists count in this clock; the usual 1 ms would round the start.
  ...['-movie_timescale', '90000'],
];

/** Tells ffmpeg how the picture is sealed: undecoded, unless it has to be encoded anew. */
export function pictureArguments({ index, codec }: PictureStream, anew: boolean): string[] {
  const map = ['-map', `0:${index}`];
  if (anew) return [...map, ...ENCODE, ...FRAGMENTED_MP4];
  if (MP4_CODECS.test(codec)) return [...map, '-c', 'copy', ...FRAGMENTED_MP4];
  return [...map, '-c', 'copy', '-f', 'nut', '-output_ts_offset', String(SEALED_OFFSET_SECONDS)];
}
