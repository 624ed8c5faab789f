import type { Span } from '../../shared/model/entity';
import { FRAME_SECONDS, type SoundLevels } from '../media/mixes/SoundLevels';
import { likeliestTurns } from './likeliestTurns';
import { SURE_MARGIN } from './voicesOfWords';
import type { VoiceTurn } from './tellVoicesApart';

/** dB; softer sound is nobody's voice, whatever channel it is in. */
const LOWEST_DB = -75;
/** Share of a channel's frames of speech that are louder than the level that counts as its loudest. */
const LOUD_SHARE = 0.1;
const GAIN_ROUNDS = 6;
/** dB by which a channel must be ahead for a frame to tell who speaks; a frame counts for no more than `MOST_DB`. */
const AHEAD_DB = 1;
const MOST_DB = 6;
/** Margin (as `voicesOfWords` counts it) for each dB; a channel that is ahead by less than 1.5 dB is not sure. */
const MARGIN_PER_DB = SURE_MARGIN / 1.5;
/** Share of the frames of speech that are pauses at least, and dB by which a voice is louder than these. */
const FLOOR_SHARE = 0.05;
const ABOVE_FLOOR_DB = 10;
/** dB below a channel's loudest; softer sound is not a voice. */
const DEEPEST_DB = 25;
/** Least dB between the loud and the soft frames of a channel in which somebody speaks; noise has less. */
const LIVELY_DB = 8;
/** dB by which a channel may be louder while another speaks than while its own voice does. */
const SHOUTED_DB = 6;
/** Cost of a change of voices, in dB of a frame; after a pause it is only this share of it. */
const CHANGE_COST_DB = 30;
const PAUSE_SHARE = 0.3;
/** Least share of the speech that a person says; less is taken for crosstalk of others. */
const LEAST_SHARE = 0.02;
/** Least share of frames that tell who speaks; when everybody has a microphone, most do. */
const LEAST_CLEAR_SHARE = 0.5;
/** Least share of these that agree with the frames around them; with two microphones in one room they would not. */
const LEAST_AGREEING_SHARE = 0.85;

/**
 * Tells who speaks when, if each person has a microphone. The speaker is whoever is loudest in their own channel,
 * relative to how loud that channel is, since microphones are set differently. Crosstalk does no harm as long as each
 * microphone hears its own person louder than others.
 * @param channels levels of each channel.
 * @param speech stretches in which somebody speaks (seconds), in order, without overlap.
 * @returns turns, with the number of the channel as voice; null when the channels do not tell who speaks.
 */
export function turnsByChannel(
  channels: readonly SoundLevels[],
  speech: readonly Span[],
): VoiceTurn[] | null {
  const frames = speech.flatMap(({ from, to }) => {
    const first = Math.round(from / FRAME_SECONDS);
    const end = Math.min(channels[0]?.length ?? 0, Math.round(to / FRAME_SECONDS));
    return Array.from({ length: Math.max(0, end - first) }, (_, i) => ({
      frame: first + i,
      begins: i === 0,
    }));
  });
  if (channels.length < 2 || frames.length === 0) return null;
  const levels = channels.map((channel) => frames.map(({ frame }) => Math.max(LOWEST_DB, channel.db(frame))));
  const scores = scoresOf(levels);
  const voices = likeliestTurns(scores, channels.length, (at) =>
    frames[at]?.begins ? PAUSE_SHARE * CHANGE_COST_DB : CHANGE_COST_DB,
  );
  if (!isTelling(scores, channels.length, voices) || !areOwn(levels, scores, voices)) return null;
  const turns: (VoiceTurn & { frames: number })[] = [];
  for (const [i, { frame, begins }] of frames.entries()) {
    const voice = voices[i] ?? 0;
    const margin = MARGIN_PER_DB * marginOf(scores, channels.length, i, voice);
    const last = turns.at(-1);
    if (last?.voice === voice && !begins) {
      last.margin += (margin - last.margin) / ++last.frames;
      last.to = (frame + 1) * FRAME_SECONDS;
    } else
      turns.push({ from: frame * FRAME_SECONDS, to: (frame + 1) * FRAME_SECONDS, voice, margin, frames: 1 });
  }
  return turns.map(({ frames: _, ...turn }) => turn);
}

/**
 * Scores each frame and channel by the dB that it is behind the loudest channel, as far as that tells anything. Frames
 * between words, with nothing but the noise of microphones, score the same in all channels: noise tells nobody's voice.
 */
function scoresOf(levels: readonly (readonly number[])[]): Float64Array {
  const count = levels.length;
  const length = levels[0]?.length ?? 0;
  const heard = levels.map((own) => {
    const [loud, floor] = [quantile(own, 1 - LOUD_SHARE), quantile(own, FLOOR_SHARE)];
    return Math.max(loud - DEEPEST_DB, floor + Math.min(ABOVE_FLOOR_DB, (loud - floor) / 2));
  });
  const voiced: number[] = [];
  for (let i = 0; i < length; i++)
    if (levels.some((own, c) => (own[i] ?? LOWEST_DB) >= (heard[c] ?? 0))) voiced.push(i);
  const gains = gainsOf(levels, voiced);
  const scores = new Float64Array(length * count);
  for (const i of voiced) {
    const each = levels.map((own, c) => (own[i] ?? LOWEST_DB) - (gains[c] ?? 0));
    const highest = Math.max(...each);
    for (const [c, level] of each.entries()) scores[i * count + c] = Math.max(-MOST_DB, level - highest);
  }
  return scores;
}

/**
 * Measures the dB to take off each channel, so that each speaker is ahead in their own channel by as much as others are
 * in theirs. For two channels this is the middle between their difference while one person speaks and their difference
 * while the other speaks. It begins with each channel's loudest level and settles in some rounds, as k-means does.
 */
function gainsOf(levels: readonly (readonly number[])[], voiced: readonly number[]): number[] {
  let gains = levels.map((own) => quantile(own, 1 - LOUD_SHARE));
  for (let round = 0; round < GAIN_ROUNDS; round++) {
    const sums = levels.map(() => levels.map(() => 0));
    const counts = levels.map(() => 0);
    for (const i of voiced) {
      const each = levels.map((own, c) => (own[i] ?? LOWEST_DB) - (gains[c] ?? 0));
      const ahead = each.indexOf(Math.max(...each));
      counts[ahead] = (counts[ahead] ?? 0) + 1;
      const sum = sums[ahead];
      if (sum) for (const [c, own] of levels.entries()) sum[c] = (sum[c] ?? 0) + (own[i] ?? LOWEST_DB);
    }
    const mean = (ahead: number, c: number) => (sums[ahead]?.[c] ?? 0) / (counts[ahead] ?? 1);
    const before = gains;
    gains = levels.map((_, c) => {
      const differences = levels.map((_other, d) => {
        if (counts[c] === 0 || counts[d] === 0) return (before[c] ?? 0) - (before[d] ?? 0);
        return (mean(c, c) - mean(c, d) + mean(d, c) - mean(d, d)) / 2;
      });
      return differences.reduce((sum, one) => sum + one, 0) / levels.length;
    });
  }
  return gains;
}

/** Tells whether two or more speak, most frames tell who does, and nearly all of these agree with those around them. */
function isTelling(scores: Float64Array, count: number, voices: Uint8Array): boolean {
  const said = Array.from({ length: count }, () => 0);
  let [clear, agreeing] = [0, 0];
  for (const [i, voice] of voices.entries()) {
    said[voice] = (said[voice] ?? 0) + 1;
    const margin = marginOf(scores, count, i, voice);
    if (Math.abs(margin) >= AHEAD_DB) clear++;
    if (margin >= AHEAD_DB) agreeing++;
  }
  return (
    said.filter((frames) => frames >= LEAST_SHARE * voices.length).length > 1 &&
    clear >= LEAST_CLEAR_SHARE * voices.length &&
    agreeing >= LEAST_AGREEING_SHARE * clear
  );
}

/**
 * Tells whether each voice speaks in its own channel. The channel of a person who does not speak is equally loud all
 * the time, or loud only while another one is. A person who shouts may be louder in another's microphone than that
 * other person, but not by far.
 */
function areOwn(levels: readonly (readonly number[])[], scores: Float64Array, voices: Uint8Array): boolean {
  const count = levels.length;
  const sums = levels.map(() => levels.map(() => 0));
  const counts = levels.map(() => 0);
  for (const [i, voice] of voices.entries()) {
    const sum = sums[voice];
    // Frames that tell nothing belong to no voice.
    if (!sum || marginOf(scores, count, i, voice) === 0) continue;
    counts[voice] = (counts[voice] ?? 0) + 1;
    for (const [c, own] of levels.entries()) sum[c] = (sum[c] ?? 0) + (own[i] ?? LOWEST_DB);
  }
  const mean = (voice: number, c: number) => (sums[voice]?.[c] ?? 0) / (counts[voice] ?? 1);
  const speaking = counts.flatMap((frames, voice) => (frames >= LEAST_SHARE * voices.length ? [voice] : []));
  const isLively = (own: readonly number[] = []) =>
    quantile(own, 1 - LOUD_SHARE) - quantile(own, FLOOR_SHARE) >= LIVELY_DB;
  return speaking.every(
    (voice) =>
      isLively(levels[voice]) &&
      speaking.every((other) => other === voice || mean(voice, voice) >= mean(other, voice) - SHOUTED_DB),
  );
}

function marginOf(scores: Float64Array, count: number, at: number, voice: number): number {
  let other = -Infinity;
  for (let c = 0; c < count; c++) if (c !== voice) other = Math.max(other, scores[at * count + c] ?? 0);
  return (scores[at * count + voice] ?? 0) - other;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
