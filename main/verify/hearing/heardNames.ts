import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import { foldPhrase } from '../../../shared/text/matching';
import type { Recogniser } from '../../../shared/model/Recogniser';

/** Something withheld that a recogniser hears; seconds from the start of what it was given. */
export interface HeardName {
  from: number;
  to: number;
  entityId: string;
  /** The folded words that say it. */
  said: readonly string[];
}

/** Least confidence of the recogniser, 0 to 1, for a word that only sounds like a name to count. */
const CONFIDENCE_NEEDED = 0.5;

/**
 * Finds the withheld names that a recogniser hears in a stretch of sound.
 * @param samples mono, 16 kHz, at most 29 seconds.
 * @throws {AppError} the recogniser's.
 */
export async function heardNames(
  recogniser: Recogniser,
  samples: Float32Array,
  finder: LeakFinder,
): Promise<HeardName[]> {
  const words = await recogniser.hear(samples);
  return finder.find(words.map(({ text }) => text)).flatMap(({ at, last, likeness, entityId }) => {
    const [begin, end] = [words[at], words[last]];
    if (!begin || !end || (likeness === 'sound' && begin.confidence < CONFIDENCE_NEEDED)) return [];
    const said = words.slice(at, last + 1).flatMap(({ text }) => foldPhrase(text));
    return [{ from: begin.start, to: end.end, entityId, said }];
  });
}
