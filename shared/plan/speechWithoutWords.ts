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
  const { loose, left, merged } = besideWords(speech, words, document.media?.duration ?? Infinity);
  const decided = [...withheldSpans(document), ...wordless.map(({ span }) => span)];
  const undecided = spansWithout(left, decided);
  const filled = loose.filter(
    (place) => secondsOf(spansWithin(undecided, place)) < place.longest + LEAST_SPEECH_SECONDS,
  );
  return spansWithout(merged, [...decided, ...filled]).flatMap((stretch) => {
    const spoken = spansWithin(speech, stretch);
    const [first, last] = [spoken[0], spoken.at(-1)];
    return first && last && secondsOf(spoken) >= LEAST_SPEECH_SECONDS
      ? [{ from: first.from, to: last.to }]
      : [];
  });
}

/** What is left of speech beside the words whose own times are known. */
interface BesideWords {
  words: readonly Word[];
  duration: number;
  loose: Place[];
  /** The speech itself. */
  left: Span[];
  /** Speech with the short pauses in it. They belong to what is said around them; alone they are nothing said. */
  merged: Span[];
}

const beside = new WeakMap<readonly Span[], BesideWords>();

/** Takes the words out of speech once for each transcript: a mark changes neither, and asks for what is left. */
function besideWords(speech: readonly Span[], words: readonly Word[], duration: number): BesideWords {
  const before = beside.get(speech);
  if (before?.words === words && before.duration === duration) return before;
  const { sure, loose } = placesOf(words, duration);
  const made = {
    ...{ words, duration, loose },
    left: spansWithout(speech, sure),
    merged: spansWithout(mergeSpans(speech, PAUSE_SECONDS), sure),
  };
  beside.set(speech, made);
  return made;
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

/** Finds where the words are said. */
function placesOf(words: readonly Word[], duration: number): Places {
  const places: Places = { sure: [], loose: [] };
  const timed = words.filter(isTimed);
  for (const word of timed) place(word, places);
  if (timed.length < words.length) {
    places.loose.push({ from: 0, to: duration, longest: sum(words.map(longestOf)) });
  }
  return places;
}

function place(word: TimedWord, { sure, loose }: Places): void {
  const { from, to } = saidWithin(word);
  // Most words are shorter than any is at most, and nobody has to count their letters.
  if (!word.within && to - from <= SLOWEST.word) {
    sure.push({ from, to });
    return;
  }
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
