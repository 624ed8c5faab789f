import { spansWithout } from '../../../shared/plan/spansWithout';
import type { Span } from '../../../shared/model/entity';
import { FRAME_SECONDS, type SoundLevels } from '../../media/mixes/SoundLevels';
import { toFrames, toSeconds } from './frameTimes';
import { LEAD_SECONDS, TAIL_SECONDS, type SoundAndPauses } from './SoundAndPauses';
import type { FrameRange } from './SoundMap';

/** All in seconds. */
export interface WindowLimits {
  /**
   * Most sound that is sent at once. Whisper hears 30 s at a time. If it begins and ends at pauses it keeps words that
   * it loses when it is cut anywhere: 4.6 % instead of 16.6 % word errors on the five-minute test interview.
   */
  longestSent: number;
  /** Most seconds from the start of a window to its end, with the pauses that are not sent. */
  longestSpan: number;
}

const LIMITS: WindowLimits = { longestSent: 29.5, longestSpan: 300 };

/** Seconds of a pause; a cut in one this long is as good as any. */
const GOOD_PAUSE_SECONDS = 1;
/** Most seconds of a pause that are sent before a window's first sound, since that has to begin soon. */
const LONGEST_LEAD_SECONDS = 0.4;
/**
 * Seconds from one possible end of a window to the next when nobody pauses, or pauses are louder than the silence
 * elsewhere. The quietest frame in this range is taken. The range is short, so that windows are filled.
 */
const NO_PAUSE = { from: 1, to: 4 };
/** Cost of a cut without a pause, in windows. */
const WORST_CUT_WINDOWS = 0.5;
/** dB by which a moment is worse for a cut when somebody certainly speaks than when nobody does. */
const SPEECH_DB = 20;
/** Number of steps to which likelihoods are rounded, so that no cut hangs on a last digit. */
const LIKELIHOOD_STEPS = 20;

/** The measurements that tell good moments for a cut from bad ones. */
export interface CutMoments {
  levels: SoundLevels;
  /** Returns how likely somebody speaks at a time (seconds), 0 to 1. */
  likelihood?: ((seconds: number) => number) | undefined;
}

/**
 * Cuts a recording into windows (seconds) for the recogniser, at its pauses. Only skipped pauses lie outside the
 * windows. A recording without sound has no windows.
 */
export const findWindows = (
  moments: CutMoments,
  heard: SoundAndPauses,
  limits: Partial<WindowLimits> = {},
): Span[] => new Cutter(moments, heard.skipped, { ...LIMITS, ...limits }).cut(heard.sounds);

/** Returns the parts (seconds) of each window that are sent: all of it but what is skipped. */
export const partsOf = (windows: readonly Span[], skipped: readonly Span[]): Span[][] =>
  windows.map((window) => spansWithout([window], skipped));

/** Converts ranges of frames to seconds. */
export const spansOf = (ranges: readonly FrameRange[]): Span[] =>
  ranges.map(({ from, to }) => ({ from: toSeconds(from), to: toSeconds(to) }));

class Cutter {
  readonly #longestSent: number;
  readonly #longestSpan: number;

  constructor(
    private readonly moments: CutMoments,
    private readonly skipped: readonly FrameRange[],
    limits: WindowLimits,
  ) {
    this.#longestSent = toFrames(limits.longestSent);
    this.#longestSpan = toFrames(limits.longestSpan);
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

  /** Cuts sound without a pause into pieces as short as `NO_PAUSE` says. */
  #breakUp(sound: FrameRange): FrameRange[] {
    const longest = Math.min(toFrames(NO_PAUSE.to), this.#longestSent - 2 * toFrames(GOOD_PAUSE_SECONDS));
    const pieces: FrameRange[] = [];
    let { from } = sound;
    while (sound.to - from > longest) {
      const cut = this.#quietest(from + Math.min(toFrames(NO_PAUSE.from), longest - 1), from + longest);
      pieces.push({ from, to: cut });
      from = cut;
    }
    return [...pieces, { from, to: sound.to }];
  }

  #quietest(from: number, to: number): number {
    let [best, lowest] = [to, Infinity];
    for (let frame = from; frame < to; frame++) {
      let level = 0;
      for (let near = frame - 2; near <= frame + 2; near++) level += this.#levelForCut(near);
      if (level < lowest) [best, lowest] = [frame, level];
    }
    return best;
  }

  #levelForCut(frame: number): number {
    const { levels, likelihood } = this.moments;
    if (!likelihood) return levels.db(frame);
    const speech = Math.round(likelihood(frame * FRAME_SECONDS) * LIKELIHOOD_STEPS) / LIKELIHOOD_STEPS;
    return levels.db(frame) + SPEECH_DB * speech;
  }

  /**
   * Finds for each sound the best end of a window that begins with it, so that all windows together cost least. Each
   * window costs 1, since the recogniser takes as long for a short one, and bad cuts cost something on top.
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

  /** Yields the sounds before which a window that begins with `first` can end without being too long. */
  *#possibleEnds(sounds: readonly FrameRange[], first: number): Generator<number> {
    const start = sounds[first]?.from ?? 0;
    let sent = this.#lead(sounds[first - 1], sounds[first]);
    for (let i = first; i < sounds.length; i++) {
      const [before, sound] = [sounds[i - 1], sounds[i]];
      if (!sound) return;
      if (i > first && before) sent += this.#sentBetween(before, sound);
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
      from: toSeconds(first.from - this.#lead(before, first)),
      // The last frame may be longer than the sound.
      to: Math.min(toSeconds(last.to + this.#tail(last, after)), this.moments.levels.seconds),
    };
  }

  /** Returns the frames that are sent before a window's first sound. */
  #lead(before: FrameRange | undefined, first: FrameRange | undefined): number {
    const from = first?.from ?? 0;
    const skip = this.#skip(before, first);
    if (skip) return from - skip.to;
    return before ? leadOfCut(from - before.to) : from;
  }

  /** Returns the frames that are sent after a window's last sound. */
  #tail(last: FrameRange, after: FrameRange | undefined): number {
    const skip = this.#skip(last, after);
    if (skip) return skip.from - last.to;
    const pause = (after?.from ?? this.moments.levels.length) - last.to;
    return after ? pause - leadOfCut(pause) : pause;
  }

  /** Returns the frames that are sent of the pause between two sounds of a window. */
  #sentBetween(before: FrameRange, after: FrameRange): number {
    const skip = this.#skip(before, after);
    return after.from - before.to - (skip ? skip.to - skip.from : 0);
  }

  /** Returns the part of a pause that is not sent, between two sounds or a sound and an end of the recording. */
  #skip(before: FrameRange | undefined, after: FrameRange | undefined): FrameRange | undefined {
    const [from, to] = [before?.to ?? 0, after?.from ?? Infinity];
    let [low, high] = [0, this.skipped.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.skipped[middle]?.from ?? Infinity) < from) low = middle + 1;
      else high = middle;
    }
    const skip = this.skipped[low];
    return skip && skip.to <= to ? skip : undefined;
  }
}

/** Returns the frames of a pause between two windows that go to the second one; the first one gets the rest. */
const leadOfCut = (pause: number): number =>
  Math.min(
    Math.round((pause * LEAD_SECONDS) / (LEAD_SECONDS + TAIL_SECONDS)),
    toFrames(LONGEST_LEAD_SECONDS),
  );

/** Prices a cut: nothing at a long pause or at the end, up to `WORST_CUT_WINDOWS` where there is no pause. */
function cutCost(before: FrameRange | undefined, after: FrameRange | undefined): number {
  if (!before || !after) return 0;
  return WORST_CUT_WINDOWS * Math.max(0, 1 - ((after.from - before.to) * FRAME_SECONDS) / GOOD_PAUSE_SECONDS);
}
