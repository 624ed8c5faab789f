import type { Span } from '../../shared/model/entity';
import { matchUnits, type Pair } from './matchUnits';
import { unitsOf, type Unit } from './unitsOf';
import { secondsOf } from '../../shared/model/spans';

/** A word that was heard, or is known to be said; seconds on the recording's timeline. */
export interface TimedText {
  text: string;
  start: number;
  end: number;
}

/** A place where a word of a text may be said, as far as what was heard tells. */
export interface Anchored {
  /** Times of what was heard for it; null if nothing was. */
  heard: { start: number; end: number } | null;
  /** The stretch in which it is said (seconds): its own times, or a stretch between the anchors beside it. */
  within: Span;
  /** True if it can be said there; otherwise it has no place. */
  fits: boolean;
}

export interface Anchoring {
  words: Anchored[];
  /** Counts of units: of the text that were heard word for word, of all the text, and of all that was heard. */
  same: number;
  units: number;
  heard: number;
  /** Count of the pieces that these units form. A new piece begins where text and what was heard get out of step. */
  pieces: number;
}

/** Seconds by which a recogniser's edges may differ from the word's own. */
const EDGE_SECONDS = 0.2;
/** Letters a second: nobody speaks faster. Then seconds for a letter and for a word: nobody speaks slower. */
const MOST_LETTERS_A_SECOND = 25;
const SLOWEST = { letter: 0.2, word: 0.6 };
/** Seconds; a text without an anchor for longer than this is not the text of what is said there. */
const LONGEST_STRETCH_SECONDS = 20;
/** Units by which the gap between two pairs may differ in the text and in what was heard. */
const OUT_OF_STEP_UNITS = 8;
/** Seconds around speech that may belong to it. */
const AROUND_SPEECH_SECONDS = 0.3;

/**
 * Lays a text beside what was heard. A word that was heard, or like one that was, is an anchor. The other words must be
 * said between two anchors; they have no place where that is too short or too long for them.
 * @param stretch in which all of it is said (seconds).
 * @param speechIn returns the parts of a stretch (seconds) in which somebody speaks.
 */
export function anchorWords(
  texts: readonly string[],
  heard: readonly TimedText[],
  stretch: Span,
  speechIn: (stretch: Span) => readonly Span[],
): Anchoring {
  const units = unitsOf(texts);
  const heardUnits = unitsOf(heard.map(({ text }) => text));
  const pairs = matchUnits(
    units.map(({ folded }) => folded),
    heardUnits.map(({ folded }) => folded),
  );
  const anchors = anchorsOf(units, pairs, unitTimes(heardUnits, heard));
  const words: Anchored[] = [];
  for (let first = 0; first < texts.length;) {
    const anchor = anchors.get(first);
    if (anchor) {
      const { start, end } = anchor;
      words.push({ heard: anchor, within: { from: start, to: end }, fits: true });
      first++;
      continue;
    }
    let end = first + 1;
    while (end < texts.length && !anchors.has(end)) end++;
    const between = {
      from: anchors.get(first - 1)?.end ?? stretch.from,
      to: anchors.get(end)?.start ?? stretch.to,
    };
    const place = placeBetween(texts.slice(first, end), between, speechIn);
    for (let i = first; i < end; i++) words.push({ heard: null, ...place });
    first = end;
  }
  const same = pairs.filter((pair) => pair.same);
  return {
    words,
    same: same.length,
    units: units.length,
    heard: heardUnits.length,
    pieces: same.filter((pair, i) => !goesOn(same[i - 1], pair)).length,
  };
}

/**
 * Tells whether a pair goes on behind another: about as many units are left out of the text as out of what was heard.
 */
const goesOn = (before: Pair | undefined, pair: Pair): boolean =>
  before !== undefined &&
  Math.abs(pair.heard - before.heard - (pair.text - before.text)) <= OUT_OF_STEP_UNITS;

/** Gives each unit the time at which it was heard. The units of one word share its time. */
function unitTimes(units: readonly Unit[], heard: readonly TimedText[]): { start: number; end: number }[] {
  const counts = new Map<number, number>();
  for (const { word } of units) counts.set(word, (counts.get(word) ?? 0) + 1);
  let [at, before] = [0, -1];
  return units.map(({ word }) => {
    at = word === before ? at + 1 : 0;
    before = word;
    const { start, end } = heard[word] ?? { start: 0, end: 0 };
    const step = (end - start) / (counts.get(word) ?? 1);
    return { start: start + at * step, end: start + (at + 1) * step };
  });
}

/** Places each word whose first unit was heard. */
function anchorsOf(
  units: readonly Unit[],
  pairs: readonly Pair[],
  times: readonly { start: number; end: number }[],
): Map<number, { start: number; end: number }> {
  const anchors = new Map<number, { start: number; end: number }>();
  for (const { text, heard } of pairs) {
    const [word, time] = [units[text]?.word, times[heard]];
    if (word === undefined || !time) continue;
    const anchor = anchors.get(word);
    if (anchor) anchor.end = time.end;
    else if (units[text - 1]?.word !== word) anchors.set(word, { ...time });
  }
  return anchors;
}

function placeBetween(
  texts: readonly string[],
  between: Span,
  speechIn: (stretch: Span) => readonly Span[],
): Pick<Anchored, 'within' | 'fits'> {
  const speech = speechIn({ from: between.from, to: Math.max(between.from, between.to) });
  const seconds = secondsOf(speech);
  const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  const [first, last] = [speech[0], speech.at(-1)];
  // Nothing is said in the pauses at both ends.
  const spoken = {
    from: Math.max(between.from, (first?.from ?? between.from) - AROUND_SPEECH_SECONDS),
    to: Math.min(between.to, (last?.to ?? between.to) + AROUND_SPEECH_SECONDS),
  };
  const fits =
    letters <= MOST_LETTERS_A_SECOND * (seconds + 2 * EDGE_SECONDS) &&
    seconds <= SLOWEST.word * (texts.length + 1) + SLOWEST.letter * letters &&
    spoken.to - spoken.from <= LONGEST_STRETCH_SECONDS;
  return { within: fits ? spoken : between, fits };
}
