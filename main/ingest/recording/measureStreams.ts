import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The sums over a stream's packets. Times are seconds on its own clock. */
export interface MeasuredStream {
  packets: number;
  /** The earliest time of a packet. */
  start: number;
  /** End of the last packet that is not hidden, at least and at most: not every packet says how long it is. */
  end: number;
  endAtMost: number;
  /** Count of packets that the container hides: they are there only to decode others. */
  hidden: number;
  /**
   * True if packets are hidden, or lie over one another, after time zero: the container joins pieces by an edit list.
   */
  pieced: boolean;
}

export interface MeasureOptions {
  /** The time (seconds) at which the recording's timeline begins. */
  zero: number;
  /** True if packets follow one another, as those of sound do; frames of a picture may be stored out of order. */
  inOrder: boolean;
  /** Called for every packet with its time. */
  onSeconds?: (seconds: number) => void;
}

const NO_TIME = -(2 ** 63);
/** AV_PKT_FLAG_DISCARD */
const PACKET_FLAG_DISCARD = 4;

/**
 * Reads ffmpeg's `framecrc` list: a line for each packet with stream, decoding time, time, duration and size, and
 * flags where they are more than "key frame".
 * @returns one entry for each stream of that output, in its order.
 */
export async function measureStreams(list: Readable, options: MeasureOptions): Promise<MeasuredStream[]> {
  const streams: StreamTally[] = [];
  for await (const line of createInterface({ input: list })) {
    const [, index, over, under] = /^#tb (\d+): (\d+)\/(\d+)/.exec(line) ?? [];
    if (index !== undefined) streams[Number(index)] = new StreamTally(Number(over) / Number(under), options);
    if (line.startsWith('#')) continue;
    const fields = line.split(',');
    const [stream = -1, dts = NO_TIME, pts = NO_TIME, duration = 0] = fields.slice(0, 4).map(Number);
    const time = streams[stream]?.add(pts === NO_TIME ? dts : pts, duration, flagsOf(fields));
    if (time !== undefined) options.onSeconds?.(time);
  }
  return streams.map((stream) => stream.result());
}

function flagsOf(fields: readonly string[]): number {
  const field = fields.find((text) => text.startsWith(' F='));
  return field === undefined ? 1 : Number(field.slice(' F='.length));
}

class StreamTally {
  private packets = 0;
  private start = Infinity;
  private end = -Infinity;
  private last = -Infinity;
  private longest = 0;
  private hidden = 0;
  private pieced = false;

  constructor(
    private readonly timeBase: number,
    private readonly options: MeasureOptions,
  ) {}

  /** @returns the packet's time in seconds. */
  add(ticks: number, duration: number, flags: number): number {
    const time = ticks * this.timeBase - this.options.zero;
    const length = duration * this.timeBase;
    this.packets += 1;
    this.start = Math.min(this.start, time);
    const overlaps = this.options.inOrder && time + length / 2 < this.end;
    const hidden = (flags & PACKET_FLAG_DISCARD) !== 0;
    if ((hidden || overlaps) && time >= 0) this.pieced = true;
    if (hidden) this.hidden += 1;
    else this.show(time, length);
    return time;
  }

  private show(time: number, length: number): void {
    this.end = Math.max(this.end, time + length);
    this.longest = Math.max(this.longest, length, Number.isFinite(this.last) ? time - this.last : 0);
    this.last = Math.max(this.last, time);
  }

  result(): MeasuredStream {
    const { packets, start, end, hidden, pieced } = this;
    const endAtMost = Math.max(end, this.last + this.longest);
    return { packets, start, end, endAtMost, hidden, pieced };
  }
}
