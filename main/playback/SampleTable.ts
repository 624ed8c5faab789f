import { makeBox, uint32s } from '../media/mp4/boxes';
import type { TrackFragment } from './readTrackFragment';

/** Holds the places and times of a track's samples, which a player has to know to begin anywhere. */
export class SampleTable {
  readonly #times: number[] = [];
  readonly #bytes: number[] = [];
  readonly #offsets: number[] = [];
  readonly #keys: number[] = [];
  readonly #chunks: { from: number; samples: number }[] = [];
  #lastDuration = 0;
  #end = 0;

  /** @param start the point from which the places of the fragment's samples count. */
  add({ time, runs }: TrackFragment, start: number): void {
    let at = time;
    for (const { from, samples } of runs) {
      this.#chunks.push({ from: start + from, samples: samples.length });
      for (const { bytes, duration, offset, isKey } of samples) {
        this.#times.push(at);
        this.#bytes.push(bytes);
        this.#offsets.push(offset);
        if (isKey) this.#keys.push(this.#times.length);
        this.#end = Math.max(this.#end, at + offset + duration);
        at += duration;
        this.#lastDuration = duration;
      }
    }
  }

  /** Duration of all samples in the order of decoding, in the track's clock. */
  get duration(): number {
    return (this.#times.at(-1) ?? 0) + this.#lastDuration;
  }

  /** The time when the last frame that is shown ends; frames are shown later than they are decoded. */
  get end(): number {
    return this.#end;
  }

  /**
   * Makes the boxes of a sample table (ISO/IEC 14496-12, 8.6 and 8.7) except the description.
   * @param bodyStart place in the file where the samples begin; the chunks' places count from it.
   */
  boxes(bodyStart: number): Buffer[] {
    const durations = this.#times.map((time, i) => (this.#times[i + 1] ?? time + this.#lastDuration) - time);
    const chunks = runsOf(this.#chunks.map(({ samples }) => samples));
    const places = Buffer.alloc(8 * this.#chunks.length);
    this.#chunks.forEach(({ from }, i) => places.writeBigUInt64BE(BigInt(bodyStart + from), 8 * i));
    let chunk = 1;
    const samplesOfChunks = chunks.flatMap(({ count, value }) => {
      const first = chunk;
      chunk += count;
      return [first, value, 1];
    });
    return [
      runTable('stts', 0, durations),
      ...(this.#offsets.some((offset) => offset !== 0) ? [runTable('ctts', 1, this.#offsets)] : []),
      ...(this.#keys.length < this.#times.length
        ? [makeBox('stss', uint32s([0, this.#keys.length, ...this.#keys]))]
        : []),
      makeBox('stsc', uint32s([0, chunks.length, ...samplesOfChunks])),
      makeBox('stsz', uint32s([0, 0, this.#bytes.length]), uint32s(this.#bytes)),
      makeBox('co64', uint32s([0, this.#chunks.length]), places),
    ];
  }
}

interface Run {
  count: number;
  value: number;
}

function runsOf(values: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.count += 1;
    else runs.push({ count: 1, value });
  }
  return runs;
}

/** Makes a table of runs of equal values: of the times between samples, or from decoding to showing. */
function runTable(type: string, version: number, values: readonly number[]): Buffer {
  const runs = runsOf(values);
  return makeBox(
    type,
    uint32s([version << 24, runs.length]),
    uint32s(runs.flatMap(({ count, value }) => [count, value])),
  );
}
