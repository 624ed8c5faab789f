import { Transform } from 'node:stream';
import { PcmMask, type MaskOptions } from './PcmMask';

/** Bytes that may wait on either side: some seconds of sound, so that decoder and encoder seldom wait on each other. */
const HIGH_WATER = 1 << 20;

/**
 * Makes a `PcmMask` a stream from decoder to encoder. `onFrames` is called with the count of frames that have passed.
 */
export function maskStream(options: MaskOptions, onFrames?: (frames: number) => void): Transform {
  const mask = new PcmMask(options);
  const frameBytes = options.channels * Float32Array.BYTES_PER_ELEMENT;
  let bytes = 0;
  return new Transform({
    readableHighWaterMark: HIGH_WATER,
    writableHighWaterMark: HIGH_WATER,
    transform(chunk: Buffer, _encoding, done) {
      const masked = mask.push(chunk);
      bytes += masked.length;
      onFrames?.(bytes / frameBytes);
      done(null, masked);
    },
  });
}
