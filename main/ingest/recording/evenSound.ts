import { placeOnTimeline } from '../../media/placeOnTimeline';
import type { SoundStream } from './probeMedia';
import { SEALED_OFFSET_SECONDS } from '../../media/sealedOffset';
import { losslessArguments, NUT } from './soundArguments';

/**
 * Sound whose rate or channels change on the way is brought to one shape in two steps: one ffmpeg decodes to the shape
 * of `SoundStream.track`, the next one places it on the timeline. A filter that does both would begin its timeline anew
 * with each change.
 */
export interface EvenSound {
  /**
   * True if the file has no clock, only sound behind sound: the time that its reader counts is wrong after a change.
   */
  counted: boolean;
}

/** True for containers that are nothing but packets behind one another. */
export const hasNoClock = (format: string): boolean =>
  /^(aac|mp3|loas|latm|e?ac3|dts|amr|tta|tak|gsm)/.test(format);

/** Returns the arguments of the first step, which reads the original. */
export function evenArguments(sound: readonly SoundStream[], { counted }: EvenSound): string[] {
  return [
    ...sound.flatMap(({ index }) => ['-map', `0:${index}`]),
    ...sound.flatMap(({ track }, i) => [
      ...[`-filter:a:${i}`, `aresample=${track.sampleRate},aformat=channel_layouts=${track.layout}`],
      ...[`-c:a:${i}`, 'pcm_f32le'],
    ]),
    ...NUT,
    ...(counted ? [] : ['-output_ts_offset', String(SEALED_OFFSET_SECONDS)]),
  ];
}

/** Returns the arguments of the second step, which reads the first one's output; all but where it writes to. */
export function placeArguments(sound: readonly SoundStream[], { counted }: EvenSound): string[] {
  const clock = counted ? 'asetpts=N/SR/TB' : `asetpts=PTS-${SEALED_OFFSET_SECONDS}/TB`;
  return [
    ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-copyts', '-f', 'nut', '-i', 'pipe:0'],
    ...sound.flatMap((_, i) => ['-map', `0:${i}`]),
    ...sound.flatMap((stream, i) => [
      ...losslessArguments(stream, i),
      ...[`-filter:a:${i}`, `${clock},${placeOnTimeline()}`],
    ]),
    ...NUT,
    ...['-output_ts_offset', String(SEALED_OFFSET_SECONDS)],
  ];
}
