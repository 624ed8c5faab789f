import type { Span } from '../../../shared/model/entity';
import type { Loudness } from '../../../shared/plan/boundaries';
import { FRAME_SECONDS, type SoundLevels } from '../../media/mixes/SoundLevels';

/**
 * Finds quiet moments between words. It prefers moments in which nobody speaks, if they are known, to merely soft ones:
 * in noise the softest moment is more often within a word, where the lips are closed, than between two.
 * @param speech stretches (seconds), in order, in which somebody may speak; null when nobody listened for that.
 */
export function quietMoments(levels: SoundLevels, speech: readonly Span[] | null): Loudness {
  return {
    quietest(near, far) {
      const step = Math.sign(far - near);
      // With a step of 0 the loop below would never end.
      if (step === 0) return near;
      const [first, last] = [Math.min(near, far), Math.max(near, far)];
      const around = speech?.filter(({ from, to }) => from <= last && to > first);
      let best = { at: near, speaks: true, level: Infinity };
      for (let at = near; (far - at) * step >= 0; at += step * FRAME_SECONDS) {
        const level = levels.db(Math.max(0, Math.floor(at / FRAME_SECONDS)));
        const speaks = around?.some(({ from, to }) => from <= at && at < to) ?? true;
        const isQuieter = speaks === best.speaks ? level < best.level : best.speaks;
        if (isQuieter) best = { at, speaks, level };
      }
      return best.at;
    },
  };
}
