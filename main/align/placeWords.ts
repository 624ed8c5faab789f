import type { Span } from '../../shared/model/entity';
import type { EnforcedText, EnforcedToken } from '../transcribe/native/nativeEvents';
import type { Anchored } from './anchorWords';

/** A word with its place; seconds on the recording's timeline. */
export interface PlacedWord {
  start: number;
  end: number;
  /** The recogniser's probability, 0 to 1. */
  confidence: number;
  /** The stretch that is known where the times are only a guess. */
  within?: Span;
}

/** A word of a passage. */
export interface GivenText extends Anchored {
  text: string;
}

/** Least probability of a timestamp that the model meant to write. */
const LEAST_STAMP_PROBABILITY = 0.01;
/** Seconds; the place of a word is a guess between two known moments that are farther apart. */
const KNOWN_SECONDS = 0.6;
/** Least confidence in a word; one below it was enforced against what the model hears. */
const LEAST_CONFIDENCE = 0.2;
/** Fewest seconds of a word. */
const SHORTEST_SECONDS = 0.06;
/** Seconds for a letter and for a word: nobody speaks slower. */
const SLOWEST = { letter: 0.2, word: 0.6 };
/** Seconds; a pause that is no longer belongs to the word before it. */
const SHORT_PAUSE_SECONDS = 0.3;

/**
 * Finds where the words of a passage are said, from what the model told while they were enforced, and from where they
 * had been heard before. The model tells the timestamps that it wrote or would have written or, where its alignment
 * heads are known, the moments of dynamic time warping. Words without any time share the time between their neighbours
 * by their letters. For a word that the model thinks unlikely, only the stretch between the words that it is sure of is
 * known.
 * @param from beginning of the passage, seconds.
 * @param warped true if the moments of dynamic time warping can be trusted.
 */
export function placeWords(
  words: readonly GivenText[],
  { tokens, closes }: EnforcedText,
  { from, to, warped }: Span & { warped: boolean },
): PlacedWord[] {
  const firsts = words.map((_, i) => tokens.find(({ word }) => word === i));
  const ends = firsts.map((token) => (typeof token?.end === 'number' ? from + token.end : null));
  const starts = rising(
    words.map(({ heard }, i) => {
      const time = momentOf(firsts[i], warped);
      return time === null ? (heard?.start ?? null) : from + time;
    }),
  );
  const last = closes === null ? (words.at(-1)?.heard?.end ?? null) : from + closes;
  const limit = Math.max(last ?? to, starts.findLast((start) => start !== null) ?? from);
  const begins = spread(words, starts, ends, { from: words[0]?.within.from ?? from, to: limit });
  const placed = words.map(({ text, heard }, i): PlacedWord => {
    const start = begins[i] ?? from;
    const next = begins[i + 1] ?? limit;
    const told = ends[i + 1] ?? (i + 1 === words.length ? last : null);
    const end = Math.max(start + SHORTEST_SECONDS, endOf(text, start, next, told ?? heard?.end ?? null));
    const confidence = confidenceOf(tokens.filter(({ word }) => word === i));
    const bracket = starts[i] === null ? bracketOf(starts, i, { from, to: limit }) : null;
    const isGuess = bracket !== null && bracket.to - bracket.from > KNOWN_SECONDS;
    return { start, end, confidence, ...(isGuess && { within: wider(bracket, { from: start, to: end }) }) };
  });
  return placed.map((word, i) => (isSure(word) ? word : doubted(placed, i, { from, to })));
}

const isSure = ({ confidence }: PlacedWord): boolean => confidence >= LEAST_CONFIDENCE;

/**
 * Gives a doubted word the stretch between its nearest sure neighbours. Such words are mostly names and numbers: a
 * model that does not know one, or hears another, may put it a second off, but not past the words beside it that it is
 * sure of.
 */
function doubted(placed: readonly PlacedWord[], at: number, { from, to }: Span): PlacedWord {
  const word = placed[at] ?? { start: from, end: to, confidence: 0 };
  const before = placed.slice(0, at).findLast(isSure);
  const after = placed.slice(at + 1).find(isSure);
  const stretch = { from: before?.end ?? from, to: after?.start ?? to };
  const said = wider({ from: word.start, to: word.end }, word.within ?? { from: word.start, to: word.end });
  return { ...word, within: wider(stretch, said) };
}

function momentOf(token: EnforcedToken | undefined, warped: boolean): number | null {
  if (!token) return null;
  if (warped && token.dtw !== null)
    return token.begin === null ? token.dtw : Math.max(token.dtw, token.begin);
  return token.begin ?? (token.sure > LEAST_STAMP_PROBABILITY ? token.hint : null);
}

/** Keeps the longest series of times that does not fall, and makes all others null: they contradict most. */
function rising(times: readonly (number | null)[]): (number | null)[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, time] of times.entries()) {
    if (time === null) continue;
    let low = 0;
    while (low < ends.length && (times[ends[low] ?? 0] ?? 0) <= time) low++;
    before[i] = ends[low - 1];
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let i = ends.at(-1); i !== undefined; i = before[i]) kept.add(i);
  return times.map((time, i) => (kept.has(i) ? time : null));
}

function spread(
  words: readonly GivenText[],
  starts: readonly (number | null)[],
  ends: readonly (number | null)[],
  { from, to }: Span,
): number[] {
  const begins: number[] = [];
  for (let i = 0; i < words.length;) {
    // The first word may have no time of its own.
    const start = starts[i] ?? Math.max(from, begins.at(-1) ?? from);
    let next = i + 1;
    while (next < words.length && starts[next] === null) next++;
    const stop = Math.max(start, Math.min(ends[next] ?? Infinity, starts[next] ?? to));
    const weights = words.slice(i, next).map(({ text }) => lettersOf(text) + 2);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    for (const weight of weights) {
      begins.push(start + ((stop - start) * passed) / total);
      passed += weight;
    }
    i = next;
  }
  return begins;
}

function endOf(text: string, start: number, next: number, told: number | null): number {
  const longest = start + SLOWEST.word + SLOWEST.letter * lettersOf(text);
  const end = told !== null && told > start && next - told > SHORT_PAUSE_SECONDS ? told : next;
  return Math.min(end, Math.max(longest, told ?? 0), Math.max(next, start));
}

/** Returns the stretch between the known moments around a word. */
function bracketOf(starts: readonly (number | null)[], at: number, { from, to }: Span): Span {
  const before = starts.slice(0, at).findLast((start) => start !== null);
  const after = starts.slice(at + 1).find((start) => start !== null);
  return { from: before ?? from, to: after ?? to };
}

const wider = (a: Span, b: Span): Span => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Returns the geometric mean of its tokens: a long word is not less sure than a short one only for having more. */
function confidenceOf(tokens: readonly EnforcedToken[]): number {
  const sum = tokens.reduce((total, { p }) => total + Math.log(Math.max(p, 1e-6)), 0);
  return tokens.length === 0 ? 0 : Math.min(1, Math.exp(sum / tokens.length));
}
