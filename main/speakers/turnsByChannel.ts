import type { Span } from '../../shared/model/entity';
import { FRAME_SECONDS, type SoundLevels } from '../media/mixes/SoundLevels';
import { likeliestTurns } from './likeliestTurns';
import { SURE_MARGIN } from './voicesOfWords';
import type { VoiceTurn } from './tellVoicesApart';

/** dB: softer is nobody, whatever channel it is in. */
const LOWEST_DB = -75;
/** The share of a channel's frames of speech that are louder than what counts as its own voice's level. */
const LOUD_SHARE = 0.1;
/** dB by which a channel must be ahead so that a frame tells whose it is; a frame tells no more than `MOST_DB`. */
const AHEAD_DB = 1;
const MOST_DB = 6;
/** A channel that is ahead by less than 1.5 dB is no sure one: this many of what `voicesOfWords` goes by for each dB. */
const MARGIN_PER_DB = SURE_MARGIN / 1.5;
/** What a change costs, in dB of a frame; less behind a pause. */
const CHANGE_COST_DB = 30;
const PAUSE_SHARE = 0.3;
/** Of the speech: who speaks for less is taken for crosstalk of others. */
const LEAST_SHARE = 0.02;
/** Where everybody has a microphone, most frames tell whose they are. */
const LEAST_CLEAR_SHARE = 0.5;
/** And say the same as the frames around them: in one room with two microphones they would not. */
const LEAST_AGREEING_SHARE = 0.85;

/**
 * Who speaks when, where each has a microphone: whoever is loudest in their own channel, compared with how loud that
 * channel is when it is loud, since microphones are set differently. Crosstalk does not hurt as long as one hears oneself
 * louder than others.
 * @param channels how loud each is.
 * @param speech where somebody speaks (seconds), in order, apart.
 * @returns voices by the number of their channel; null where the channels do not tell who speaks.
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
  if (!isTelling(scores, channels.length, voices)) return null;
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

/** For each frame and channel, by how many dB it is behind the loudest, as far as it tells anything. */
function scoresOf(levels: readonly (readonly number[])[]): Float64Array {
  const gains = gainsOf(levels);
  const count = levels.length;
  const length = levels[0]?.length ?? 0;
  const scores = new Float64Array(length * count);
  for (let i = 0; i < length; i++) {
    const each = levels.map((own, c) => (own[i] ?? LOWEST_DB) - (gains[c] ?? 0));
    const highest = Math.max(...each);
    for (const [c, level] of each.entries()) scores[i * count + c] = Math.max(-MOST_DB, level - highest);
  }
  return scores;
}

/**
 * How loud (dB) each channel is when its own voice speaks: as loud as its loudest frames. Where one says little, others'
 * crosstalk is louder there than it should be; so only frames count in which the channel is ahead of what it mostly is.
 */
function gainsOf(levels: readonly (readonly number[])[]): number[] {
  let gains = levels.map((own) => quantile(own, 1 - LOUD_SHARE));
  for (let round = 0; round < 2; round++) {
    const before = gains;
    gains = levels.map((own, c) => {
      const ahead = own.filter((level, i) =>
        levels.every((other, d) => d === c || level - (before[c] ?? 0) > (other[i] ?? 0) - (before[d] ?? 0)),
      );
      return ahead.length > 0 ? quantile(ahead, 1 - LOUD_SHARE) : (before[c] ?? 0);
    });
  }
  return gains;
}

/** Whether two or more speak, most frames tell who does, and nearly all of these tell the same as those around them. */
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

function marginOf(scores: Float64Array, count: number, at: number, voice: number): number {
  let other = -Infinity;
  for (let c = 0; c < count; c++) if (c !== voice) other = Math.max(other, scores[at * count + c] ?? 0);
  return (scores[at * count + voice] ?? 0) - other;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
