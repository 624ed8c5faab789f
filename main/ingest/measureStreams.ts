import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What a stream's packets add up to. Times are seconds on the container's timeline. */
export interface MeasuredStream {
  packets: number;
  /** The earliest time of a packet that is meant to be seen or heard; may be negative by a codec's priming. */
  start: number;
  end: number;
}

const NO_TIME = -(2 ** 63);
/** AV_PKT_FLAG_DISCARD: needed to decode what follows, not meant to be seen or heard. */
const DISCARD = 4;

/**
 * Reads ffmpeg's `framecrc` list: a line for each packet with stream, decoding time, time, duration and size, and
 * flags where they are more than "key frame".
 * @param onSeconds told the time of every so many packets.
 * @returns one entry for each stream of that output, in its order.
 */
export async function measureStreams(
  list: Readable,
  onSeconds?: (seconds: number) => void,
): Promise<MeasuredStream[]> {
  const streams: MeasuredStream[] = [];
  const timeBases: number[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: list })) {
    const base = /^#tb (\d+): (\d+)\/(\d+)/.exec(line);
    if (base) {
      const [, stream, over, under] = base.map(Number) as [number, number, number, number];
      timeBases[stream] = over / under;
      streams[stream] = { packets: 0, start: Infinity, end: 0 };
    }
    if (line.startsWith('#')) continue;
    const fields = line.split(',');
    const [stream = -1, dts = NO_TIME, pts = NO_TIME, duration = 0] = fields.slice(0, 4).map(Number);
    const measured = streams[stream];
    const timeBase = timeBases[stream];
    if (!measured || timeBase === undefined) continue;
    const time = (pts === NO_TIME ? dts : pts) * timeBase;
    measured.packets += 1;
    measured.end = Math.max(measured.end, time + duration * timeBase);
    if ((flagsOf(fields) & DISCARD) === 0) measured.start = Math.min(measured.start, time);
    if (++lines % 256 === 0) onSeconds?.(Math.max(0, time));
  }
  return streams;
}

function flagsOf(fields: readonly string[]): number {
  const field = fields.find((text) => text.startsWith(' F='));
  return field === undefined ? 1 : Number(field.slice(' F='.length));
}
