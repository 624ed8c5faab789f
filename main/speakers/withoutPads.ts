import type { Span } from '../../shared/model/entity';
import { SPEECH_PAD } from '../speech/speechSpans';

/** Stretches of speech without what the detector adds around them: there is more of the room in it than of a voice. */
export const withoutPads = (speech: readonly Span[]): Span[] =>
  speech
    .map(({ from, to }) => ({ from: from + (from > 0 ? SPEECH_PAD.before : 0), to: to - SPEECH_PAD.after }))
    .filter(({ from, to }) => from < to);
