import { Readable } from 'node:stream';
import { coveredAreas, type CoverPlan } from './coveredAreas';
import { CoverSheet } from './CoverSheet';
import type { PictureSize } from './seenSize';

/** Seconds; more than a container may round the time of a frame by. */
const ROUNDING_SECONDS = 0.001;
const MICROSECONDS_PER_SECOND = 1_000_000;

/**
 * Makes the cover sheets of a picture as a video of its own in IVF: one grey pixel for each block, and a small frame
 * wherever the sheet changes. Each frame lies in time between two frames of the picture, so that no rounding can let it
 * come a frame late.
 * @param times seconds on the timeline, ascending, one for each frame of the picture.
 * @param size of the picture as it is seen.
 */
export const coverSheets = (times: readonly number[], plan: CoverPlan, size: PictureSize): Readable =>
  Readable.from(sheets(times, plan, size), { objectMode: false });

function* sheets(times: readonly number[], plan: CoverPlan, size: PictureSize): Generator<Buffer> {
  const sheet = new CoverSheet(size);
  yield header(sheet);
  let i = 0;
  for (const area of coveredAreas(times, plan, ROUNDING_SECONDS)) {
    const isNew = sheet.show(area);
    if (i === 0) yield frame(sheet, 0);
    else if (isNew) yield frame(sheet, ((times[i - 1] ?? 0) + (times[i] ?? 0)) / 2);
    i++;
  }
}

/** Makes an IVF header. IVF has no standard; its readers agree on 32 bytes, and 12 more before each frame. */
function header({ columns, rows }: CoverSheet): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write('DKIF', 0, 'latin1');
  bytes.writeUInt16LE(bytes.length, 6);
  // Uncompressed, eight bits of grey.
  bytes.write('Y800', 8, 'latin1');
  bytes.writeUInt16LE(columns, 12);
  bytes.writeUInt16LE(rows, 14);
  bytes.writeUInt32LE(MICROSECONDS_PER_SECOND, 16);
  bytes.writeUInt32LE(1, 20);
  return bytes;
}

function frame({ blocks }: CoverSheet, seconds: number): Buffer {
  const bytes = Buffer.alloc(12 + blocks.length);
  bytes.writeUInt32LE(blocks.length, 0);
  bytes.writeBigInt64LE(BigInt(Math.round(seconds * MICROSECONDS_PER_SECOND)), 4);
  bytes.set(blocks, 12);
  return bytes;
}
