import type { MixStretch } from '../../../shared/document/document';
import type { LevelsOfMix } from './MixLevels';
import { FRAME_SECONDS, type SoundLevels } from './SoundLevels';
import { standOut } from './standOut';

/** Seconds of a stretch: long enough to tell speech from a cough, short enough to notice a cable that is pulled. */
const STRETCH_SECONDS = 30;
/** dB above the noise from which a frame may be speech. */
const SPEECH_ABOVE_NOISE_DB = 10;
/** Seconds of possible speech; a stretch with less does not tell which mix to take. */
const LEAST_SPEECH_SECONDS = 1;
/**
 * dB by which a mix must carry speech better than a mix before it in the order. Decoders differ in the last digits
 * between processors; smaller differences count as equal, so that all processors make the same choice.
 */
const BETTER_DB = 3;
/** dB by which another mix must be better to replace the mix of the whole recording for a stretch. */
const MUCH_BETTER_DB = 8;

/**
 * Chooses the mix to transcribe, stretch by stretch: the first one (the sum) unless another carries the speech clearly
 * better. So two microphones for two people are both heard, an inverted channel is heard alone instead of cancelling
 * the other, and a channel of hiss or hum is left out.
 * @param all the mixes of one recording, the preferred first.
 */
export function chooseMixes(all: readonly LevelsOfMix[]): MixStretch[] {
  const first = all[0];
  if (!first) throw new Error('there is nothing to choose from');
  if (all.length === 1) return [{ from: 0, weights: [...first.mix.weights] }];
  const stretches = stretchesOf(all.map(({ levels }) => levels));
  const whole = best(sum(stretches, all.length)) ?? loudest(all);
  const chosen: MixStretch[] = [];
  let current = -1;
  for (const { from, scores } of stretches) {
    const here = best(scores);
    const wanted =
      here !== undefined && score(scores, here) > score(scores, whole) + MUCH_BETTER_DB ? here : whole;
    const mix = all[wanted]?.mix;
    if (wanted === current || !mix) continue;
    current = wanted;
    chosen.push({ from: chosen.length === 0 ? 0 : from, weights: [...mix.weights] });
  }
  return chosen.length > 0 ? chosen : [{ from: 0, weights: [...first.mix.weights] }];
}

/** The dB by which each mix stands out from its noise, summed over the frames that may be speech in any mix. */
interface Scores {
  frames: number;
  sums: readonly number[];
}

function stretchesOf(all: readonly SoundLevels[]): { from: number; scores: Scores }[] {
  const length = all[0]?.length ?? 0;
  const step = Math.round(STRETCH_SECONDS / FRAME_SECONDS);
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => {
    const [from, to] = [i * step, Math.min(length, (i + 1) * step)];
    const each = all.map((levels) => standOut(levels, from, to));
    const sums = each.map(() => 0);
    let frames = 0;
    for (let frame = 0; frame < to - from; frame++) {
      if (!each.some((mix) => (mix[frame] ?? 0) >= SPEECH_ABOVE_NOISE_DB)) continue;
      frames++;
      for (const [at, mix] of each.entries()) sums[at] = (sums[at] ?? 0) + (mix[frame] ?? 0);
    }
    return { from: from * FRAME_SECONDS, scores: { frames, sums } };
  });
}

const sum = (stretches: readonly { scores: Scores }[], mixes: number): Scores => ({
  frames: stretches.reduce((total, { scores }) => total + scores.frames, 0),
  sums: Array.from({ length: mixes }, (_, i) =>
    stretches.reduce((total, { scores }) => total + (scores.sums[i] ?? 0), 0),
  ),
});

const score = ({ frames, sums }: Scores, mix: number): number => (sums[mix] ?? 0) / frames;

/** Finds the first mix that no other clearly beats; undefined where too little may be speech. */
function best(scores: Scores): number | undefined {
  if (scores.frames * FRAME_SECONDS < LEAST_SPEECH_SECONDS) return undefined;
  const highest = Math.max(...scores.sums.map((_, i) => score(scores, i)));
  return scores.sums.findIndex((_, i) => score(scores, i) >= highest - BETTER_DB);
}

/** Finds the first mix that is about as loud as any, for a recording in which nothing stands out. */
function loudest(all: readonly LevelsOfMix[]): number {
  const means = all.map(({ levels }) => {
    let total = 0;
    for (let frame = 0; frame < levels.length; frame++) total += levels.db(frame);
    return total / Math.max(1, levels.length);
  });
  return means.findIndex((mean) => mean >= Math.max(...means) - 2 * MUCH_BETTER_DB);
}
