import { COMMON_CAPITALISED } from './data/commonCapitalised';
import { ORGANISATION, OPENERS, PLACE_AFTERNAME, PLACE_BEFORENAME, STREET, TITLES } from './cueWords';
import { placePopulation } from './gazetteer';
import { isCommonWord } from './isCommonWord';
import { isGivenName, nameShape } from './personNames';
import type { Token } from './tokenize';

/** A text as the finders see it. */
export interface Reading {
  tokens: readonly Token[];
  /** The text uses capitals as English does; otherwise they tell nothing. */
  cased: boolean;
}

/** Neighbouring tokens that may together be a name: indices, both inclusive. */
export interface Run {
  first: number;
  last: number;
}

/** Small words within names: `Omar al Farabi`, `Serik uly`. */
const LINKS: ReadonlySet<string> = new Set([
  ...['al', 'el', 'bin', 'ibn', 'bint', 'van', 'von', 'der', 'de', 'da', 'di', 'du', 'la', 'le'],
  ...['uly', 'uli', 'kyzy', 'kizi', 'qizi', 'ogly', 'oglu', 'ugli', 'уулу', 'кызы', 'улы'],
]);
const OF: ReadonlySet<string> = new Set(['of', 'for']);
const EXTENDS_BACK: ReadonlySet<string> = new Set(['cafe', 'hotel', 'hostel', 'restaurant']);

export const isKind = (folded: string): boolean =>
  PLACE_AFTERNAME.has(folded) || PLACE_BEFORENAME.has(folded) || ORGANISATION.has(folded);

/** Whether capitals are used, judged on the whole text: at least one word in forty has one, and not most of them. */
export function isCased(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /\p{L}{2}/u.test(text));
  const capitals = words.filter(({ capital, opens }) => capital && !opens).length;
  const upper = words.filter((token) => token.upper).length;
  const opening = words.filter(({ opens }) => opens);
  const opened = opening.filter(({ capital }) => capital).length;
  return upper < words.length / 2 && (capitals >= words.length / 80 || opened > opening.length / 2);
}

/** Every run of tokens that may be a name, in the order of the text; none share a token. */
export function candidates(reading: Reading): Run[] {
  const { tokens } = reading;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!mayBegin(reading, i)) continue;
    let last = i;
    for (;;) {
      const next = continuation(reading, last);
      if (next === null) break;
      last = next;
    }
    const run = extend(reading, { first: i, last });
    if (runs.at(-1) === undefined || (runs.at(-1)?.last ?? -1) < run.first) runs.push(run);
    i = last;
  }
  return runs;
}

function mayBegin(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  if (!token || !mayBeName(reading, i)) return false;
  if (isInitial(token)) return continuation(reading, i) !== null;
  if (!reading.cased || !token.opens || !token.capital) return true;
  if (!isCommonWord(token.folded)) return true;
  // "Open Voice published it": two everyday words with capitals are a name, unless the first merely opens the sentence.
  const next = reading.tokens[i + 1];
  return (
    !OPENERS.has(token.folded) &&
    !!next?.capital &&
    joins(token, next) &&
    (isKind(next.folded) || (isCommonWord(next.folded) && !COMMON_CAPITALISED.has(next.folded)))
  );
}

/** The index of the token that goes on with a run ending at `i`, or null. */
function continuation(reading: Reading, i: number): number | null {
  const { tokens } = reading;
  const [here, next, after] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!here || !next || next.opens || !joins(here, next)) return null;
  if (mayBeName(reading, i + 1) || (isInitial(next) && !isInitial(here))) return i + 1;
  const links = LINKS.has(next.folded) || (OF.has(next.folded) && isKind(here.folded) && here.capital);
  if (
    links &&
    after &&
    joins(next, after) &&
    (reading.cased ? after.capital : true) &&
    mayBeName(reading, i + 2)
  )
    return i + 2;
  return /^(?:uly|uli|kyzy|kizi|qizi|ogly|oglu|уулу|кызы|улы)$/u.test(next.folded) ? i + 1 : null;
}

/** Only space, a hyphen or the full stop of an initial stands between two tokens of one name. */
function joins(before: Token, next: Token): boolean {
  if (/^\s*\n\s*\n/u.test(next.gap)) return false;
  return /^(?:\s+|-)$/u.test(next.gap) || (isInitial(before) && /^\.\s*$/u.test(next.gap));
}

const isInitial = ({ text, capital }: Token) => capital && text.length === 1 && text !== 'I';

function mayBeName({ tokens, cased }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || /\p{N}/u.test(token.text)) return false;
  const { folded, text } = token;
  if (text.length === 1) return isInitial(token) && cased && tokens[i + 1]?.gap.startsWith('.') === true;
  const common = isCommonWord(folded);
  if (cased && token.capital) {
    if (folded.startsWith("i'")) return false;
    if (token.upper && (text.length < 4 || common)) return false;
    if (TITLES.has(folded)) return false;
    return (
      !COMMON_CAPITALISED.has(folded) ||
      (isKind(folded) && !token.opens) ||
      /^(?:north|south|east|west|central)$/u.test(folded)
    );
  }
  if (common || text.length < 3 || LINKS.has(folded)) return false;
  if (!cased) return true;
  return isGivenName(folded) || nameShape(folded) !== null || placePopulation(folded) >= 50_000;
}

/** Takes in the kind of place written small beside a name: `Abay street`, `hotel Zhuldyz`. */
function extend({ tokens }: Reading, run: Run): Run {
  const after = tokens[run.last + 1];
  const before = tokens[run.first - 1];
  const first = tokens[run.first];
  const last =
    after && !after.opens && after.gap === ' ' && STREET.has(after.folded) ? run.last + 1 : run.last;
  const takesBefore = before && first && !first.opens && first.gap === ' ' && EXTENDS_BACK.has(before.folded);
  return { first: takesBefore ? run.first - 1 : run.first, last };
}
