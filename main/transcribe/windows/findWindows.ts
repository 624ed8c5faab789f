import { spansWithout } from '../../../shared/plan/spansWithout';
import type { Span } from '../../../shared/model/entity';
import { FRAME_SECONDS, type SoundLevels } from '../../media/mixes/SoundLevels';
import { toFrames, toSeconds } from './frameTimes';
import { LEAD_SECONDS, TAIL_SECONDS, type SoundAndPauses } from './SoundAndPauses';
import type { FrameRange } from './SoundMap';

/** All in seconds. */
export interface WindowLimits {
  /**
   * Sound sent at once. Whisper hears 30 s at a time; a window that fits lets it begin and end at pauses, where cut
   * anywhere it loses words: 4.6 % instead of 16.6 % word errors on the five-minute test interview.
   */
  longestSent: number;
  /** Seconds from the start of a window to its end, with the pauses that are not sent. */
  longestSpan: number;
}

const LIMITS: WindowLimits = { longestSent: 29.5, longestSpan: 300 };

/** A cut in a pause as long as this is as good as any. */
const GOOD_PAUSE_SECONDS = 1;
/** Most of a pause (seconds) that is sent in front of a window's first sound, since it has to begin soon. */
const LONGEST_LEAD_SECONDS = 0.4;
/**
 * Where nobody pauses, or the pauses are louder than the silence elsewhere, windows may end at the quietest frame of
 * every stretch of this many seconds, counted from the one before: short ones, so that windows are filled.
 */
const NO_PAUSE = { from: 1, to: 4 };
/** Cost of a cut without a pause, in windows. */
const WORST_CUT_WINDOWS = 0.5;
/** dB by which a moment at which somebody certainly speaks is a worse one to cut than one at which nobody does. */
const SPEECH_DB = 20;
/** Steps in which likelihoods are told apart, so that no cut hangs on a last digit. */
const LIKELIHOOD_STEPS = 20;

/** What tells good moments for a cut from bad ones. */
export interface CutMoments {
  levels: SoundLevels;
  /** How likely somebody speaks at a time (seconds), 0 to 1. */
  likelihood?: ((seconds: number) => number) | undefined;
}

/**
 * Cuts a recording into windows (seconds) for the recogniser, at its pauses. Nothing is outside of the windows but what is
 * skipped. A recording without sound has no windows.
 */
export const findWindows = (
  moments: CutMoments,
  heard: SoundAndPauses,
  limits: Partial<WindowLimits> = {},
): Span[] => new Cutter(moments, heard.skipped, { ...LIMITS, ...limits }).cut(heard.sounds);

/** The parts (seconds) of each window that are sent: all of it but what is skipped. */
export const partsOf = (windows: readonly Span[], skipped: readonly Span[]): Span[][] =>
  windows.map((window) => spansWithout([window], skipped));

/** Ranges of frames in seconds. */
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

  /** Sound without a pause in pieces, as short as `NO_PAUSE` says. */
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

  /** Frames that are sent in front of a window's first sound. */
  #lead(before: FrameRange | undefined, first: FrameRange | undefined): number {
    const from = first?.from ?? 0;
    const skip = this.#skip(before, first);
    if (skip) return from - skip.to;
    return before ? leadOfCut(from - before.to) : from;
  }

  /** Frames that are sent behind a window's last sound. */
  #tail(last: FrameRange, after: FrameRange | undefined): number {
    const skip = this.#skip(last, after);
    if (skip) return skip.from - last.to;
    const pause = (after?.from ?? this.moments.levels.length) - last.to;
    return after ? pause - leadOfCut(pause) : pause;
  }

  /** Frames that are sent of the pause between two sounds of a window. */
  #sentBetween(before: FrameRange, after: FrameRange): number {
    const skip = this.#skip(before, after);
    return after.from - before.to - (skip ? skip.to - skip.from : 0);
  }

  /** Gives what is not sent of the pause between two sounds, or between one and an end of the recording. */
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

/** Gives what of a pause in which two windows meet goes to the second one; the first one has the rest. */
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
