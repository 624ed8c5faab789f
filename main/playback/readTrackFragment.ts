import { boxesIn, boxIn } from '../media/mp4/boxes';

/** The samples of one track in a fragment; times count in the track's own clock. */
export interface TrackFragment {
  track: number;
  /** The time when its first sample is decoded. */
  time: number;
  runs: { samples: Sample[]; /** Bytes from the start of the fragment. */ from: number }[];
}

export interface Sample {
  bytes: number;
  duration: number;
  /** Time from when it is decoded to when it is shown. */
  offset: number;
  isKey: boolean;
}

const IS_NOT_KEY = 0x1_0000;

/**
 * Reads a track fragment (`traf`; ISO/IEC 14496-12, 8.8.6 to 8.8.8 and 8.8.12). Its places must count from the start
 * of the fragment; its header gives the values that samples have in common.
 * @param body of the box.
 */
export function readTrackFragment(body: Buffer): TrackFragment {
  const header = new Fields(boxIn(body, 'tfhd').body);
  const track = header.next();
  if (header.has(0x1)) throw new RangeError('places count from the start of the file');
  if (header.has(0x2)) header.next();
  const duration = header.has(0x8) ? header.next() : 0;
  const bytes = header.has(0x10) ? header.next() : 0;
  const flags = header.has(0x20) ? header.next() : 0;

  const start = boxIn(body, 'tfdt').body;
  const time = start.readUInt8(0) === 1 ? Number(start.readBigUInt64BE(4)) : start.readUInt32BE(4);

  const runs = boxesIn(body)
    .filter(({ type }) => type === 'trun')
    .map((run) => {
      const fields = new Fields(run.body);
      const count = fields.next();
      if (!fields.has(0x1)) throw new RangeError('a run of samples does not say where it lies');
      const from = fields.next();
      const firstFlags = fields.has(0x4) ? fields.next() : undefined;
      const samples = Array.from({ length: count }, (_, i): Sample => {
        const own = {
          duration: fields.has(0x100) ? fields.next() : duration,
          bytes: fields.has(0x200) ? fields.next() : bytes,
        };
        const ownFlags = fields.has(0x400) ? fields.next() : i === 0 ? (firstFlags ?? flags) : flags;
        const offset = fields.has(0x800) ? fields.next() | 0 : 0;
        return { ...own, offset, isKey: (ownFlags & IS_NOT_KEY) === 0 };
      });
      return { from, samples };
    });
  return { track, time, runs };
}

/** Reads the 32-bit fields of a box. The version and flags before them tell which of the fields are there. */
class Fields {
  #at = 4;
  readonly #flags: number;

  constructor(private readonly body: Buffer) {
    this.#flags = body.readUInt32BE(0) & 0xff_ffff;
  }

  has(flag: number): boolean {
    return (this.#flags & flag) !== 0;
  }

  next(): number {
    this.#at += 4;
    return this.body.readUInt32BE(this.#at - 4);
  }
}
