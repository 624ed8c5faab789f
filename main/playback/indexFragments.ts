import { Transform } from 'node:stream';
import { boxesIn } from './boxes';
import type { Mp4Index } from './Mp4Index';

const HIGH_WATER_BYTES = 1024 * 1024;
const HEADER_BYTES = 8;

/** Reads a fragmented MP4 as it is written and hands on its samples only; the rest goes to `index`. */
export function indexFragments(index: Mp4Index): Transform {
  let kept: Buffer = Buffer.alloc(0);
  /** Bytes of samples still to come. */
  let samples = 0;
  return new Transform({
    readableHighWaterMark: HIGH_WATER_BYTES,
    writableHighWaterMark: HIGH_WATER_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      try {
        kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
        for (;;) {
          const passed = kept.subarray(0, samples);
          if (passed.length > 0) this.push(passed);
          kept = kept.subarray(passed.length);
          samples -= passed.length;
          if (samples > 0 || kept.length < HEADER_BYTES) break;
          const size = kept.readUInt32BE(0);
          if (size < HEADER_BYTES) throw new RangeError('a box is shorter than its header');
          if (kept.toString('latin1', 4, HEADER_BYTES) === 'mdat') {
            samples = size - HEADER_BYTES;
            index.addSamples(samples);
            kept = kept.subarray(HEADER_BYTES);
          } else {
            if (kept.length < size) break;
            for (const box of boxesIn(kept.subarray(0, size))) index.add(box);
            kept = kept.subarray(size);
          }
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      done(kept.length > 0 || samples > 0 ? new RangeError('the last box is not whole') : null);
    },
  });
}
