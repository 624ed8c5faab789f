import { isTimed, type TimedWord, type Word } from '../model/word';
import type { ProjectDocument } from '../document/document';
import { mergeSpans, saidWithin } from './boundaries';
import type { Span } from '../model/entity';
import { spansWithin } from '../model/spansWithin';
import { withheldSpans } from './RedactionPlan';
import { spansWithout } from './spansWithout';
import { secondsOf } from '../model/spans';

/**
 * Least seconds of speech without words that is listed. Speech of 0.7 s is to be listed; the times of the words beside
 * it and the detector's frames are uncertain by about 0.1 s, and a hole must not go unlisted for that.
 */
const LEAST_SPEECH_SECONDS = 0.6;
/** Seconds of a pause; over a shorter one somebody goes on speaking. */
const PAUSE_SECONDS = 0.6;
/**
 * Most seconds that anybody takes to say something: for each letter, each digit (read out one by one), and each word.
 * Slow speech has five letters a second.
 */
const SLOWEST = { letter: 0.2, digit: 0.7, word: 0.6 };

/**
 * Finds where somebody seems to speak (seconds, in order, apart), the transcript has no words, nothing is withheld, and
 * nobody has decided to publish it all the same. Finds nothing as long as it is not known where somebody speaks.
 *
 * A word covers its own time. Words of which only a stretch is known cover that stretch, unless it holds more speech
 * than so few words can be. The same goes for a word that lasts longer than any word does: recognisers stretch the word
 * beside what they skip.
 */
export function speechWithoutWords(document: ProjectDocument): Span[] {
  const { speech, words, wordless } = document;
  if (!speech || speech.length === 0) return [];
  const { sure, loose } = placesOf(words, document.media?.duration ?? Infinity);
  const decided = [...withheldSpans(document), ...wordless.map(({ span }) => span)];
  const left = spansWithout(speech, [...sure, ...decided]);
  const filled = loose.filter(
    (place) => secondsOf(spansWithin(left, place)) < place.longest + LEAST_SPEECH_SECONDS,
  );
  // Short pauses belong to what is said around them; alone they are not something that is said.
  return spansWithout(mergeSpans(speech, PAUSE_SECONDS), [...sure, ...decided, ...filled]).flatMap(
    (stretch) => {
      const spoken = spansWithin(speech, stretch);
      const [first, last] = [spoken[0], spoken.at(-1)];
      return first && last && secondsOf(spoken) >= LEAST_SPEECH_SECONDS
        ? [{ from: first.from, to: last.to }]
        : [];
    },
  );
}

/** A span where words are said, and the most seconds that saying them may take there. */
interface Place extends Span {
  longest: number;
}

interface Places {
  /** The words' own times. */
  sure: Span[];
  loose: Place[];
}

const known = new WeakMap<readonly Word[], Places>();

/** Finds once for each transcript where its words are said, since every change of anything asks for it. */
function placesOf(words: readonly Word[], duration: number): Places {
  const before = known.get(words);
  if (before) return before;
  const places: Places = { sure: [], loose: [] };
  const timed = words.filter(isTimed);
  for (const word of timed) place(word, places);
  if (timed.length < words.length) {
    places.loose.push({ from: 0, to: duration, longest: sum(words.map(longestOf)) });
  }
  known.set(words, places);
  return places;
}

function place(word: TimedWord, { sure, loose }: Places): void {
  const { from, to } = saidWithin(word);
  const longest = longestOf(word);
  const last = loose.at(-1);
  if (word.within && last?.from === from && last.to === to) last.longest += longest;
  else if (word.within || to - from > longest) loose.push({ from, to, longest });
  else sure.push({ from, to });
}

const LETTERS = /\p{L}/gu;
const DIGITS = /\p{N}/gu;

function longestOf({ text }: Word): number {
  const count = (what: RegExp) => text.match(what)?.length ?? 0;
  return SLOWEST.word + SLOWEST.letter * count(LETTERS) + SLOWEST.digit * count(DIGITS);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
