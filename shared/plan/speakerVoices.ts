import type { Span } from '../model/entity';
import { isTimed, type Word } from '../model/word';

/** Seconds that are enough to know a voice by. */
const LONGEST_SECONDS = 8;

/** Number of words that a speaker says, and a sample to know them by. */
export interface SpeakerVoice {
  words: number;
  /** Number of these words that are only proposed, and how many of these are unsure. */
  proposed: number;
  unsure: number;
  /** Seconds of the recording to know them by: the start of a turn, as `longer` chooses it; null without times. */
  sample: Span | null;
}

/** Returns how much each speaker says, and a sample of it, by their id. */
export function speakerVoices(words: readonly Word[]): Map<string, SpeakerVoice> {
  const voices = new Map<string, SpeakerVoice>();
  let from = 0;
  for (const [i, word] of words.entries()) {
    const { speaker } = word;
    const before = words[i - 1];
    if (before?.speaker !== speaker || before?.unsure !== word.unsure) from = i;
    if (speaker === undefined) continue;
    const voice = voices.get(speaker) ?? { words: 0, proposed: 0, unsure: 0, sample: null };
    voice.words++;
    if (word.proposed) voice.proposed++;
    if (word.unsure) voice.unsure++;
    voice.sample = longer(voice.sample, words[from], word);
    voices.set(speaker, voice);
  }
  return voices;
}

/** Returns the sample to keep. A sample is replaced only by a longer one that is not unsure. */
function longer(known: Span | null, first: Word | undefined, last: Word): Span | null {
  if (!first || !isTimed(first) || !isTimed(last)) return known;
  const span = { from: first.start, to: Math.min(last.end, first.start + LONGEST_SECONDS) };
  if (!known) return span;
  return !last.unsure && span.to - span.from > known.to - known.from ? span : known;
}
