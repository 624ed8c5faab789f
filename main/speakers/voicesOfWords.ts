import type { ProposedVoice } from '../../shared/edits/proposeSpeakers';
import { isTimed, type Word } from '../../shared/model/word';
import type { VoiceTurn } from './tellVoicesApart';

/** Seconds around a word in which the nearest voice counts as the word's, since words' times are not exact. */
const BESIDE_SECONDS = 1;
/** Most words that may go over to the neighbouring voice, so that the change lies where the pause is. */
const MOST_MOVED_WORDS = 2;
/** Most seconds that these words may last together. */
const LONGEST_MOVED_SECONDS = 0.6;
/** Seconds of pause that the end of a sentence counts for. */
const SENTENCE_SECONDS = 0.3;
/** Seconds; if one voice says less than this in a row, the voice is a guess. */
const SHORT_SECONDS = 0.8;
/**
 * Margin below which another voice is nearly as likely, for what is said in a row. With two people who read, levelled,
 * 5 % of the speech is below it, and two thirds of the mistakes are in that part (`npm run bench -- speakers`).
 */
export const SURE_MARGIN = 6;

const ENDS_SENTENCE = /[.!?…。！？؟।]["'”’»)\]]*$/u;

/**
 * Tells in which voice each word is said. A change of voices is moved to the longest pause, or the end of a sentence,
 * near the place where the sound changes. What one voice says in a row is sure or unsure as a whole.
 * @param turns in order, without overlap.
 * @returns voices by the ids of words; none for words near which nobody is heard.
 */
export function voicesOfWords(
  words: readonly Word[],
  turns: readonly VoiceTurn[],
): Map<string, ProposedVoice> {
  const heard = words.map((word) => (isTimed(word) ? voiceAt(turns, word.start, word.end) : undefined));
  const voices = heard.map((one) => one?.voice);
  moveChanges(words, voices);
  const found = new Map<string, ProposedVoice>();
  for (let from = 0; from < words.length;) {
    let to = from + 1;
    while (to < words.length && voices[to] === voices[from] && !words[to]?.paragraph) to++;
    const voice = voices[from];
    const unsure = voice !== undefined && isUnsure(words.slice(from, to), heard.slice(from, to), voice);
    if (voice !== undefined) for (const { id } of words.slice(from, to)) found.set(id, { voice, unsure });
    from = to;
  }
  return found;
}

interface HeardVoice {
  voice: number;
  seconds: number;
  margin: number;
}

/** Finds the voice that is heard for most of a stretch, or else the nearest one beside it. */
function voiceAt(turns: readonly VoiceTurn[], from: number, to: number): HeardVoice | undefined {
  const seconds = new Map<number, { seconds: number; margin: number }>();
  let nearest: { voice: number; away: number } | undefined;
  for (let i = firstBehind(turns, from - BESIDE_SECONDS); i < turns.length; i++) {
    const turn = turns[i];
    if (!turn || turn.from > to + BESIDE_SECONDS) break;
    const common = Math.min(to, turn.to) - Math.max(from, turn.from);
    if (common <= 0) {
      if (!nearest || -common < nearest.away) nearest = { voice: turn.voice, away: -common };
      continue;
    }
    const one = seconds.get(turn.voice) ?? { seconds: 0, margin: 0 };
    seconds.set(turn.voice, {
      seconds: one.seconds + common,
      margin: one.margin + common * turn.margin,
    });
  }
  const [longest] = [...seconds].sort(([, a], [, b]) => b.seconds - a.seconds);
  if (longest) {
    const [voice, one] = longest;
    return { voice, seconds: one.seconds, margin: one.margin / one.seconds };
  }
  return nearest && { voice: nearest.voice, seconds: 0, margin: 0 };
}

/** Finds the index of the first turn that ends after a time. */
function firstBehind(turns: readonly VoiceTurn[], time: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.to ?? 0) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Moves changes of voice to pauses. Words' times are sometimes a tenth of a second off, which would give the last word
 * of one voice to the next.
 */
function moveChanges(words: readonly Word[], voices: (number | undefined)[]): void {
  for (let at = 1; at < words.length; at++) {
    const [before, behind] = [voices[at - 1], voices[at]];
    if (before === behind || before === undefined || behind === undefined) continue;
    let best = { at, value: breakAt(words, at) };
    for (let by = 1; by <= MOST_MOVED_WORDS; by++) {
      for (const place of [at - by, at + by]) {
        const [from, to] = [Math.min(at, place), Math.max(at, place)];
        const moved = words.slice(from, to);
        const own = place < at ? before : behind;
        const length = (moved.at(-1)?.end ?? 0) - (moved[0]?.start ?? 0);
        // A turn of only a word or two stays as it is.
        const goesOn = place < at ? voices[place - 1] === before : voices[place] === behind;
        const isOf = goesOn && moved.length === by && moved.every((_, i) => voices[from + i] === own);
        if (!isOf || length > LONGEST_MOVED_SECONDS || place <= 0 || place >= words.length) continue;
        const value = breakAt(words, place) - length / 2;
        if (value > best.value + 0.1) best = { at: place, value };
      }
    }
    for (let i = Math.min(at, best.at); i < Math.max(at, best.at); i++)
      voices[i] = best.at < at ? behind : before;
    at = Math.max(at, best.at);
  }
}

/** Scores a change of voices before a word: by the seconds of pause, and by the end of a sentence or paragraph. */
function breakAt(words: readonly Word[], at: number): number {
  const [before, behind] = [words[at - 1], words[at]];
  if (!before || !behind) return -Infinity;
  const pause = Math.min(1, Math.max(0, (behind.start ?? 0) - (before.end ?? 0)));
  return pause + (ENDS_SENTENCE.test(before.text) ? SENTENCE_SECONDS : 0) + (behind.paragraph ? 1 : 0);
}

function isUnsure(
  words: readonly Word[],
  heard: readonly (HeardVoice | undefined)[],
  voice: number,
): boolean {
  const length = (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);
  let [seconds, sum] = [0, 0];
  for (const one of heard) {
    if (!one) continue;
    seconds += one.seconds;
    if (one.voice === voice) sum += one.seconds * one.margin;
  }
  return length < SHORT_SECONDS || seconds === 0 || sum / seconds < SURE_MARGIN;
}
