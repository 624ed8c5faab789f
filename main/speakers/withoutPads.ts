import type { Span } from '../../shared/model/entity';

/** Seconds that the detector of speech adds on both sides: there is more of the room in them than of a voice. */
const PAD = { before: 0.1, after: 0.15 };

/** Stretches of speech without what was added around them. */
export const withoutPads = (speech: readonly Span[]): Span[] =>
  speech
    .map(({ from, to }) => ({ from: from + (from > 0 ? PAD.before : 0), to: to - PAD.after }))
    .filter(({ from, to }) => from < to);
