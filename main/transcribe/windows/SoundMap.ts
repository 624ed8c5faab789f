import { FRAME_SECONDS, type SoundLevels } from '../../media/mixes/SoundLevels';

/** Frames from `from` to `to`, without the last. */
export interface FrameRange {
  from: number;
  to: number;
}

/** Seconds to both sides in which the noise floor is looked for: rooms and microphones change within a recording. */
const REACH_SECONDS = 30;
/** Share of the frames that lie below the floor; even the most fluent speech pauses more often. */
const QUIETEST_SHARE = 0.05;
/** Most dB by which the floor may be louder than the quietest twentieth of the recording; louder is always sound. */
const MOST_CHANGE_DB = 20;
/** Lowest floor, in dB; digital silence and dither lie below it. */
const LOWEST_FLOOR_DB = -90;
/** dB by which sound stands out from the floor. It is low: to send too much costs time, too little costs words. */
const MARGIN_DB = 4;
/** Frames between two measurements of the floor, which changes slowly. */
const STEP_FRAMES = 25;

/** Tells where in a recording there is sound, and where there is nothing but its own noise. */
export class SoundMap {
  readonly #sound: Uint8Array;

  constructor(levels: SoundLevels) {
    const floor = noiseFloor(levels);
    this.#sound = Uint8Array.from({ length: levels.length }, (_, i) => {
      const around = (levels.db(i - 1) + levels.db(i) + levels.db(i + 1)) / 3;
      return around > (floor[Math.floor(i / STEP_FRAMES)] ?? 0) + MARGIN_DB ? 1 : 0;
    });
  }

  /** Frames of the recording. */
  get length(): number {
    return this.#sound.length;
  }

  /** Finds the stretches with sound; gaps shorter than `pause` (seconds) count as sound. */
  stretches(pause: number): FrameRange[] {
    const found: FrameRange[] = [];
    for (const [i, sound] of this.#sound.entries()) {
      if (!sound) continue;
      const last = found.at(-1);
      if (last && (i - last.to) * FRAME_SECONDS < pause) last.to = i + 1;
      else found.push({ from: i, to: i + 1 });
    }
    return found;
  }

  /** Tells how much of a span (seconds) is sound, 0 to 1. */
  share(from: number, to: number): number {
    const first = Math.floor(from / FRAME_SECONDS);
    const frames = this.#sound.subarray(first, Math.max(first + 1, Math.ceil(to / FRAME_SECONDS)));
    return frames.length === 0 ? 0 : frames.reduce((sum, sound) => sum + sound, 0) / frames.length;
  }
}

/** Returns one level (dB) for every `STEP_FRAMES` frames, from a histogram that slides over the recording. */
function noiseFloor(levels: SoundLevels): Float32Array {
  const reach = Math.round(REACH_SECONDS / FRAME_SECONDS);
  const whole = new Histogram(levels);
  whole.slide(0, levels.length);
  const highest = whole.percentile(QUIETEST_SHARE) + MOST_CHANGE_DB;
  const near = new Histogram(levels);
  return Float32Array.from({ length: Math.ceil(levels.length / STEP_FRAMES) }, (_, step) => {
    near.slide(Math.max(0, step * STEP_FRAMES - reach), Math.min(levels.length, step * STEP_FRAMES + reach));
    return Math.max(LOWEST_FLOOR_DB, Math.min(highest, near.percentile(QUIETEST_SHARE)));
  });
}

/** Counts how often each level occurs in a range of frames that only moves forward. */
class Histogram {
  readonly #counts = new Map<number, number>();
  #from = 0;
  #to = 0;

  constructor(private readonly levels: SoundLevels) {}

  slide(from: number, to: number): void {
    while (this.#to < to) this.#count(this.#to++, 1);
    while (this.#from < from) this.#count(this.#from++, -1);
  }

  /** Returns the level (dB) that `part` of the frames do not exceed. */
  percentile(part: number): number {
    const wanted = part * (this.#to - this.#from);
    let below = 0;
    for (const [level, frames] of [...this.#counts].sort(([a], [b]) => a - b)) {
      below += frames;
      if (below >= wanted) return level;
    }
    return LOWEST_FLOOR_DB;
  }

  #count(frame: number, by: 1 | -1): void {
    const level = this.levels.db(frame);
    this.#counts.set(level, (this.#counts.get(level) ?? 0) + by);
  }
}
