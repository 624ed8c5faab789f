import type { Span } from '../../shared/model/entity';
import type { EnforcedText, EnforcedToken } from '../transcribe/native/nativeEvents';
import type { Anchored } from './anchorWords';

/** Where a word is said; seconds on the recording's timeline. */
export interface PlacedWord {
  start: number;
  end: number;
  /** The recogniser's probability, 0 to 1. */
  confidence: number;
  /** Only this stretch is known, and the times are a guess. */
  within?: Span;
}

/** A word of a passage. */
export interface GivenText extends Anchored {
  text: string;
}

/** Below this the model did not mean to write a timestamp. */
const LEAST_STAMP_PROBABILITY = 0.01;
/** Seconds; between two known moments that are farther apart, where a word lies is a guess. */
const KNOWN_SECONDS = 0.6;
/** A word less likely than this was enforced against what the model hears. */
const LEAST_CONFIDENCE = 0.2;
/** Seconds that a word lasts at least. */
const SHORTEST_SECONDS = 0.06;
/** Seconds that nobody takes longer for a letter, and for a word. */
const SLOWEST = { letter: 0.2, word: 0.6 };
/** Seconds; a pause that short belongs to the word before it. */
const SHORT_PAUSE_SECONDS = 0.3;

/**
 * Where the words of a passage are said, from what the model told while they were enforced: the timestamps that it wrote,
 * or would have written, or, where its alignment heads are known, the moments of dynamic time warping; and where the
 * words had been heard before. What nothing is known of shares the time between its neighbours by its letters. Of a word that
 * the model does not take for likely only the stretch between those that it does is known.
 * @param from where the passage begins, seconds.
 * @param warped whether the moments of dynamic time warping are to be trusted.
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
 * Names and numbers above all: a model that does not know one, or hears another, may put it a second off, but not past the
 * words beside it that it is sure of.
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

/** Times in their order: those that the fewest others contradict, by the longest series that does not fall. */
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
    // The first may have no time of its own.
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

/** Between which known moments a word lies. */
function bracketOf(starts: readonly (number | null)[], at: number, { from, to }: Span): Span {
  const before = starts.slice(0, at).findLast((start) => start !== null);
  const after = starts.slice(at + 1).find((start) => start !== null);
  return { from: before ?? from, to: after ?? to };
}

const wider = (a: Span, b: Span): Span => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The geometric mean: a long word is not less sure than a short one only for having more tokens. */
function confidenceOf(tokens: readonly EnforcedToken[]): number {
  const sum = tokens.reduce((total, { p }) => total + Math.log(Math.max(p, 1e-6)), 0);
  return tokens.length === 0 ? 0 : Math.min(1, Math.exp(sum / tokens.length));
}
