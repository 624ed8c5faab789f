import type { Span } from '../../../shared/model/entity';
import { FRAME_SECONDS, type SoundLevels } from '../../media/mixes/SoundLevels';
import type { FrameRange, SoundMap } from './SoundMap';

/** All in seconds. */
export interface WindowLimits {
  /**
   * Sound sent at once. Whisper hears 30 s at a time; a window that fits lets it begin and end at pauses, where cut
   * anywhere it loses words: 4.6 % instead of 16.6 % word errors on the five-minute test interview.
   */
  longestSent: number;
  /** From the start of a window to its end, with the silence that is not sent. */
  longestSpan: number;
}

const LIMITS: WindowLimits = { longestSent: 29.5, longestSpan: 300 };

/** Kept before and after sound: soft beginnings and ends lie under the noise. Far below Whisper's cap of 1 s. */
const LEAD_SECONDS = 0.2;
const TAIL_SECONDS = 0.3;
/** A pause longer than this is shortened to `TAIL_SECONDS` and `LEAD_SECONDS`; shorter ones tell sentences apart. */
const LONG_PAUSE_SECONDS = 1;
/** Sound interrupted for less than this is not cut there: it may be the closure before a plosive. */
const SHORTEST_PAUSE_SECONDS = 0.12;
/** Something this short that stands alone is a click. */
const SHORTEST_SOUND_SECONDS = 0.06;
/**
 * Where nobody pauses, or the pauses are louder than the silence elsewhere, windows may end at the quietest frame of
 * every stretch of this many seconds, counted from the one before: short ones, so that windows are filled.
 */
const NO_PAUSE = { from: 1, to: 4 };
/** What a cut without a pause costs, in windows. */
const WORST_CUT_WINDOWS = 0.5;

/**
 * Cuts a recording into windows (seconds) for the recogniser, at its pauses. No sound that stands out from the noise
 * is outside the windows, but for lone clicks. A recording without sound has no windows.
 */
export function findWindows(levels: SoundLevels, map: SoundMap, limits: Partial<WindowLimits> = {}): Span[] {
  return new Cutter(levels, { ...LIMITS, ...limits }).cut(soundsOf(map));
}

/** The parts (seconds) of each window that are sent: all of it but the middle of long pauses. */
export function partsOf(map: SoundMap, windows: readonly Span[]): Span[][] {
  const sounds = soundsOf(map);
  return windows.map((window) => {
    const inside = sounds.filter(({ from, to }) => from < frames(window.to) && to > frames(window.from));
    const parts = [{ ...window }];
    for (const [i, sound] of inside.entries()) {
      const before = inside[i - 1];
      const last = parts.at(-1);
      if (!before || !last || sound.from - before.to <= frames(LONG_PAUSE_SECONDS)) continue;
      last.to = seconds(before.to + frames(TAIL_SECONDS));
      parts.push({ from: seconds(sound.from - frames(LEAD_SECONDS)), to: window.to });
    }
    return parts;
  });
}

function soundsOf(map: SoundMap): FrameRange[] {
  return map
    .stretches(SHORTEST_PAUSE_SECONDS)
    .filter(({ from, to }) => to - from >= frames(SHORTEST_SOUND_SECONDS));
}

const frames = (seconds: number): number => Math.round(seconds / FRAME_SECONDS);
/** Whole milliseconds: a frame is 20 of them. */
const seconds = (frame: number): number => Math.round(frame * FRAME_SECONDS * 1000) / 1000;

class Cutter {
  readonly #longestSent: number;
  readonly #longestSpan: number;

  constructor(
    private readonly levels: SoundLevels,
    limits: WindowLimits,
  ) {
    this.#longestSent = frames(limits.longestSent);
    this.#longestSpan = frames(limits.longestSpan);
  }

  cut(sounds: readonly FrameRange[]): Span[] {
    const waiting = sounds.flatMap((sound) => this.#breakUp(sound));
    const ends = this.#cheapestEnds(waiting);
    const windows: Span[] = [];
    for (let first = 0; first < waiting.length;) {
      const next = ends[first] ?? waiting.length;
      windows.push(this.#window(waiting.slice(first, next), waiting[first - 1], waiting[next]));
      first = next;
    }
    return windows;
  }

  /** Sound without a pause in pieces, as short as `NO_PAUSE` says. */
  #breakUp(sound: FrameRange): FrameRange[] {
    const longest = Math.min(frames(NO_PAUSE.to), this.#longestSent - 2 * frames(LONG_PAUSE_SECONDS));
    const pieces: FrameRange[] = [];
    let { from } = sound;
    while (sound.to - from > longest) {
      const cut = this.#quietest(from + Math.min(frames(NO_PAUSE.from), longest - 1), from + longest);
      pieces.push({ from, to: cut });
      from = cut;
    }
    return [...pieces, { from, to: sound.to }];
  }

  #quietest(from: number, to: number): number {
    let [best, lowest] = [to, Infinity];
    for (let frame = from; frame < to; frame++) {
      let level = 0;
      for (let near = frame - 2; near <= frame + 2; near++) level += this.levels.db(near);
      if (level < lowest) [best, lowest] = [frame, level];
    }
    return best;
  }

  /**
   * For each sound, behind which one a window that begins with it had best end, so that all windows together cost
   * least: each costs 1, since the recogniser takes as long for a short one, and bad cuts cost something on top.
   */
  #cheapestEnds(sounds: readonly FrameRange[]): number[] {
    const ends: number[] = [];
    const costs: number[] = [];
    costs[sounds.length] = 0;
    for (let first = sounds.length - 1; first >= 0; first--) {
      let [end, least] = [first + 1, Infinity];
      for (const next of this.#possibleEnds(sounds, first)) {
        const cost = 1 + cutCost(sounds[next - 1], sounds[next]) + (costs[next] ?? 0);
        if (cost <= least) [end, least] = [next, cost];
      }
      ends[first] = end;
      costs[first] = least;
    }
    return ends;
  }

  /** Behind which sounds a window that begins with `first` can end without being too long. */
  *#possibleEnds(sounds: readonly FrameRange[], first: number): Generator<number> {
    const start = sounds[first]?.from ?? 0;
    let sent = this.#lead(sounds[first - 1], sounds[first]);
    for (let i = first; i < sounds.length; i++) {
      const [before, sound] = [sounds[i - 1], sounds[i]];
      if (!sound) return;
      if (i > first && before) sent += sentOfPause(sound.from - before.to);
      sent += sound.to - sound.from;
      if (i > first && (sent > this.#longestSent || sound.to - start > this.#longestSpan)) return;
      if (i === first || sent + this.#tail(sound, sounds[i + 1]) <= this.#longestSent) yield i + 1;
    }
  }

  #window(
    sounds: readonly FrameRange[],
    before: FrameRange | undefined,
    after: FrameRange | undefined,
  ): Span {
    const [first, last] = [sounds[0], sounds.at(-1)];
    if (!first || !last) throw new Error('a window has sound in it');
    return {
      from: seconds(first.from - this.#lead(before, first)),
      // The last frame may be longer than the sound.
      to: Math.min(seconds(last.to + this.#tail(last, after)), this.levels.seconds),
    };
  }

  /** Frames that are sent in front of a window's first sound. */
  #lead(before: FrameRange | undefined, first: FrameRange | undefined): number {
    const pause = (first?.from ?? 0) - (before?.to ?? 0);
    if (pause > frames(LONG_PAUSE_SECONDS)) return frames(LEAD_SECONDS);
    return before ? leadOfCut(pause) : pause;
  }

  /** Frames that are sent behind a window's last sound. */
  #tail(last: FrameRange, after: FrameRange | undefined): number {
    const pause = (after?.from ?? this.levels.length) - last.to;
    if (pause > frames(LONG_PAUSE_SECONDS)) return frames(TAIL_SECONDS);
    return after ? pause - leadOfCut(pause) : pause;
  }
}

/** What of a short pause in which two windows meet goes to the second one; the first one has the rest. */
const leadOfCut = (pause: number): number =>
  Math.round((pause * LEAD_SECONDS) / (LEAD_SECONDS + TAIL_SECONDS));

/** From nothing for a cut at a long pause, or at the end, up to `WORST_CUT_WINDOWS` where there is none. */
function cutCost(before: FrameRange | undefined, after: FrameRange | undefined): number {
  if (!before || !after) return 0;
  return WORST_CUT_WINDOWS * Math.max(0, 1 - ((after.from - before.to) * FRAME_SECONDS) / LONG_PAUSE_SECONDS);
}

/** Frames that are sent of a pause within a window. */
const sentOfPause = (pause: number): number =>
  pause > frames(LONG_PAUSE_SECONDS) ? frames(LEAD_SECONDS) + frames(TAIL_SECONDS) : pause;
