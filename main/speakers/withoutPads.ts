import type { Span } from '../../shared/model/entity';
import { SPEECH_PAD } from '../speech/speechSpans';

/** Takes off what the detector adds around stretches of speech: that holds more of the room than of a voice. */
export const withoutPads = (speech: readonly Span[]): Span[] =>
  speech
    .map(({ from, to }) => ({ from: from + (from > 0 ? SPEECH_PAD.before : 0), to: to - SPEECH_PAD.after }))
    .filter(({ from, to }) => from < to);
