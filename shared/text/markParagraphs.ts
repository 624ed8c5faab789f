import type { Span } from '../model/entity';
import { spansWithin } from '../model/spansWithin';

interface PlacedWord {
  text: string;
  start: number;
  end: number;
}

/** Seconds of pause after which a sentence begins a new paragraph, whatever came before. */
const LONG_PAUSE_SECONDS = 1.5;
/**
 * Seconds that people wait between turns. A pause this long ends a paragraph of some length, and one beside a question.
 */
const TURN_PAUSE_SECONDS = 0.35;
/**
 * Seconds of a paragraph: after the first number it may end at a turn's pause, after the second at any sentence. Time
 * counts and not words, because the number of words that will be withheld must not show.
 */
const LONG_ENOUGH_WORDS = 25;
const TOO_LONG_WORDS = 60;

const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*$/u;
const QUESTION_END = /[?？؟]["'”’»)\]]*$/u;

/**
 * Tells which words begin a paragraph. A testimony is read in questions and answers, and long answers in parts. This
 * function knows only the words and their pauses, not who speaks.
 * @param before the words in front of these, as far back as the last paragraph; none at the start of the recording.
 * @param speech where somebody speaks, in order, if known: recognisers stretch words over the pauses beside them.
 */
export function markParagraphs(
  words: readonly PlacedWord[],
  before: readonly PlacedWord[],
  speech: readonly Span[] | null = null,
): boolean[] {
  let previous = before.at(-1);
  let since = before[0]?.start ?? 0;
  return words.map((word, i) => {
    const begins = !previous || startsParagraph(words, i, previous, since, speech);
    if (begins) since = word.start;
    previous = word;
    return begins;
  });
}

function startsParagraph(
  words: readonly PlacedWord[],
  i: number,
  previous: PlacedWord,
  since: number,
  speech: readonly Span[] | null,
): boolean {
  const word = words[i];
  if (!word || !SENTENCE_END.test(previous.text)) return false;
  const pause = Math.max(word.start - previous.end, speech ? longestPause(speech, previous, word) : 0);
  const length = previous.end - since;
  if (pause >= LONG_PAUSE_SECONDS || length >= TOO_LONG_WORDS) return true;
  const turn = QUESTION_END.test(previous.text) || isQuestion(words, i) || length >= LONG_ENOUGH_WORDS;
  return turn && pause >= TURN_PAUSE_SECONDS;
}

/** Returns the seconds of the longest pause from the beginning of one word to the end of the next. */
function longestPause(speech: readonly Span[], { start }: PlacedWord, { end }: PlacedWord): number {
  const spoken = spansWithin(speech, { from: start, to: end });
  const begins = [...spoken.map(({ from }) => from), end];
  const ends = [start, ...spoken.map(({ to }) => to)];
  return Math.max(...begins.map((begin, i) => begin - (ends[i] ?? begin)));
}

/** Tells whether the sentence that begins here is a question. */
function isQuestion(words: readonly PlacedWord[], first: number): boolean {
  const end = words.slice(first).find(({ text }) => SENTENCE_END.test(text));
  return end !== undefined && QUESTION_END.test(end.text);
}
