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
  /** Seconds of the recording to know them by: the start of a turn, as `isBetter` chooses it; null without times. */
  sample: Span | null;
}

/** Returns how much each speaker says, and a sample of it, by their id. */
export function speakerVoices(words: readonly Word[]): Map<string, SpeakerVoice> {
  const voices = new Map<string, SpeakerVoice>();
  /** Ids of the speakers whose sample is of words that may be another's. */
  const doubtful = new Set<string>();
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
    const sample = sampleOf(words[from], word);
    if (sample && isBetter(sample, word.unsure === true, voice.sample, doubtful.has(speaker))) {
      voice.sample = sample;
      if (word.unsure) doubtful.add(speaker);
      else doubtful.delete(speaker);
    }
    voices.set(speaker, voice);
  }
  return voices;
}

/** Returns the start of a turn up to a word in it, as long as a sample may be; null without times. */
const sampleOf = (first: Word | undefined, last: Word): Span | null =>
  first && isTimed(first) && isTimed(last)
    ? { from: first.start, to: Math.min(last.end, first.start + LONGEST_SECONDS) }
    : null;

/**
 * Tells whether a sample is to be kept instead of the known one. Any that is sure is better than any that is not; of
 * two alike the longer one is.
 */
function isBetter(sample: Span, unsure: boolean, known: Span | null, isKnownUnsure: boolean): boolean {
  if (!known) return true;
  if (unsure !== isKnownUnsure) return isKnownUnsure;
  return sample.to - sample.from > known.to - known.from;
}
