import { Transform } from 'node:stream';
import { boxHeader, SHORT_HEADER_BYTES } from '../media/mp4/boxHeader';
import { boxesIn } from '../media/mp4/boxes';
import type { Mp4Index } from './Mp4Index';

const HIGH_WATER_BYTES = 1024 * 1024;

/** Reads a fragmented MP4 as it is written and passes on only its samples; the rest goes to `index`. */
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
          const found = samples > 0 ? null : boxHeader(kept);
          if (!found) break;
          const { type, header, size } = found;
          if (size === 0) throw new RangeError('a box does not say how long it is');
          if (type === 'mdat') {
            // The index counts the places of samples from a header of this length.
            if (header !== SHORT_HEADER_BYTES) throw new RangeError('the samples’ box has a long header');
            samples = size - header;
            index.addSamples(samples);
            kept = kept.subarray(header);
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
