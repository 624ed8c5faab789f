import { FRAME_SECONDS, type SoundLevels } from './SoundLevels';

/** Frames from `from` to `to`, without the last. */
export interface FrameRange {
  from: number;
  to: number;
}

/** The noise floor is looked for this far (seconds) to both sides: rooms and microphones change within a recording. */
const REACH = 30;
/** The floor is what the quietest tenth of the frames lies under: even fluent speech pauses that often. */
const QUIETEST = 0.1;
/** What is below this (dB) has no floor worth the name: digital silence, dither. */
const LOWEST_FLOOR = -90;
/** Sound is what stands out from the floor by this much (dB). Low: to send too much costs time, too little costs words. */
const MARGIN = 6;
/** The floor changes slowly; frames between two looks. */
const STEP = 25;

/** Where in a recording there is sound, and where nothing but its own noise. */
export class SoundMap {
  readonly #sound: Uint8Array;

  constructor(levels: SoundLevels) {
    const floor = noiseFloor(levels);
    this.#sound = Uint8Array.from({ length: levels.length }, (_, i) => {
      const around = (levels.db(i - 1) + levels.db(i) + levels.db(i + 1)) / 3;
      return around > Math.max(floor[Math.floor(i / STEP)] ?? 0, LOWEST_FLOOR) + MARGIN ? 1 : 0;
    });
  }

  /** Frames of the recording. */
  get length(): number {
    return this.#sound.length;
  }

  /** The stretches with sound in them; gaps shorter than `pause` (seconds) count as sound. */
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

  /** How much of a span (seconds) is sound, 0 to 1. */
  share(from: number, to: number): number {
    const first = Math.floor(from / FRAME_SECONDS);
    const frames = this.#sound.subarray(first, Math.max(first + 1, Math.ceil(to / FRAME_SECONDS)));
    return frames.length === 0 ? 0 : frames.reduce((sum, sound) => sum + sound, 0) / frames.length;
  }
}

/** One level (dB) for every `STEP` frames, from a histogram that slides over the recording. */
function noiseFloor(levels: SoundLevels): Float32Array {
  const reach = Math.round(REACH / FRAME_SECONDS);
  const histogram = new Map<number, number>();
  const count = (frame: number, by: 1 | -1) => {
    const level = levels.db(frame);
    histogram.set(level, (histogram.get(level) ?? 0) + by);
  };
  let [from, to] = [0, 0];
  return Float32Array.from({ length: Math.ceil(levels.length / STEP) }, (_, step) => {
    const middle = step * STEP;
    while (to < Math.min(levels.length, middle + reach)) count(to++, 1);
    while (from < middle - reach) count(from++, -1);
    return percentile(histogram, QUIETEST * (to - from));
  });
}

/** The level that `wanted` of the counted frames do not exceed. */
function percentile(histogram: ReadonlyMap<number, number>, wanted: number): number {
  let below = 0;
  for (const [level, frames] of [...histogram].sort(([a], [b]) => a - b)) {
    below += frames;
    if (below >= wanted) return level;
  }
  return LOWEST_FLOOR;
}
