import {
  CHILD_OF,
  EXTENDS_BACK,
  EXTENDS_ON,
  isKind,
  LINKS,
  NO_STREET_NAME,
  OF,
  OPENERS,
  SIDES,
  STREET,
  STREET_BEFORE,
  TITLES,
} from '../lexicon/cueWords';
import { CHINESE_SURNAMES, isPinyin } from '../lexicon/data/chineseSyllables';
import { beginsPlacePhrase, placePhrase, placePopulation } from '../lexicon/gazetteer';
import { isCapitalisedWord, isCommonWord } from '../lexicon/isCommonWord';
import { isGivenName, nameShape } from '../lexicon/personNames';
import type { Reading } from './reading';
import type { Token } from './tokenize';

/** Neighbouring tokens that may together be a name: indices, both inclusive. */
export interface Run {
  first: number;
  last: number;
}

/** Most letters of a word of any language. */
const LONGEST_WORD_LETTERS = 60;

/** Finds every run of tokens that may be a name, in the order of the text; none share a token. */
export function candidates(reading: Reading): Run[] {
  const { tokens, cased } = reading;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const street = STREET_BEFORE.has(tokens[i]?.folded ?? '') ? smallStreet(reading, i) : null;
    if (street) {
      runs.push(street);
      i = street.last;
      continue;
    }
    const phrase = beginsPlacePhrase(tokens[i]?.folded ?? '')
      ? placePhrase(tokens.slice(i, i + 4).map(({ folded }) => folded))
      : 0;
    if (
      phrase > 0 &&
      (!cased || tokens[i]?.capital) &&
      isUnbroken(tokens, i, i + phrase - 1) &&
      !continues(reading, i + phrase - 1)
    ) {
      runs.push({ first: i, last: i + phrase - 1 });
      i += phrase - 1;
      continue;
    }
    if (!mayBegin(reading, i)) continue;
    let last = i;
    for (;;) {
      const next = continuation(reading, last);
      if (next === null) break;
      last = next;
    }
    const run = extend(reading, { first: i, last });
    runs.push({ ...run, first: Math.max(run.first, (runs.at(-1)?.last ?? -1) + 1) });
    i = run.last;
  }
  return runs;
}

const isUnbroken = (tokens: readonly Token[], first: number, last: number) =>
  tokens.slice(first + 1, last + 1).every(({ gap, opens }) => !opens && /^(?:\s|-)$/u.test(gap));

/** True where a name goes on behind a place: a street or a university called after the place is another name. */
const continues = (reading: Reading, last: number) =>
  reading.cased && continuation(reading, last) !== null && isKind(reading.tokens[last + 1]?.folded ?? '');

function mayBegin(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  if (!token || !mayBeName(reading, i)) return false;
  if (isInitial(token)) return continuation(reading, i) !== null;
  if (!reading.cased || token.telling || !token.capital) return true;
  if (!isCommonWord(token.folded)) return !reading.small.has(token.folded) || isKnownName(token.folded);
  // "Open Voice published it": two everyday words with capitals are a name, unless the first merely opens the sentence.
  const next = reading.tokens[i + 1];
  return (
    token.opens &&
    !OPENERS.has(token.folded) &&
    !!next?.capital &&
    next.telling &&
    joins(token, next) &&
    (isKind(next.folded) || (isCommonWord(next.folded) && !isCapitalisedWord(next.folded)))
  );
}

/** Returns the index of the token that goes on with a run ending at `i`, or null. */
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
  return CHILD_OF.has(next.folded) ? i + 1 : null;
}

/**
 * Tells whether two tokens may be of one name: only space, a hyphen or the full stop of an initial stands between them.
 */
function joins(before: Token, next: Token): boolean {
  if (/^['’][sS] $/u.test(next.gap)) return next.capital && isKind(next.folded);
  return /^(?:\s+|-)$/u.test(next.gap) || (isInitial(before) && /^\.\s*$/u.test(next.gap));
}

const isInitial = ({ text, capital }: Token) => capital && text.length === 1 && text !== 'I';

function mayBeName({ tokens, cased, english }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || token.text.length > LONGEST_WORD_LETTERS || /\p{N}/u.test(token.text)) return false;
  const { folded, text } = token;
  if (text.length === 1) return isInitial(token) && cased && tokens[i + 1]?.gap.startsWith('.') === true;
  const common = isCommonWord(folded);
  if (cased && token.capital) {
    if (folded.startsWith("i'")) return false;
    if (token.upper && (text.length < 4 || common || (text.length < 6 && !isKnownName(folded)))) return false;
    if (TITLES.has(folded)) return false;
    if (!token.telling && !token.opens && common) return false;
    return !isCapitalisedWord(folded) || (token.telling && (isKind(folded) || SIDES.has(folded)));
  }
  if (common || text.length < 3 || LINKS.has(folded)) return false;
  return !cased || (english ? isKnownName(folded) : isListedName(folded));
}

const isListedName = (folded: string) => isGivenName(folded) || placePopulation(folded) >= 50_000;
const isKnownName = (folded: string) => isListedName(folded) || nameShape(folded) !== null;

/**
 * Takes in words that belong to a name though they are written small or very short: the kind of place or organisation
 * (`Abay street`, `hotel Zhuldyz`), and in a text without capitals an initial or a Chinese family name.
 */
function extend({ tokens, cased }: Reading, { first, last }: Run): Run {
  const after = tokens[last + 1];
  const before = tokens[first - 1];
  const own = tokens[first];
  const kinds = cased ? STREET : EXTENDS_ON;
  const takesAfter = after && !after.opens && after.gap === ' ' && kinds.has(after.folded);
  return {
    first: before && own && takesBefore(before, own) ? first - 1 : first,
    last: takesAfter ? last + 1 : last,
  };

  function takesBefore(near: Token, name: Token): boolean {
    if (!cased && near.text.length === 1 && /^\. ?$/u.test(name.gap)) return true;
    if (name.opens || name.gap !== ' ') return false;
    if (EXTENDS_BACK.has(near.folded)) return true;
    const chinese = !cased && first === last && CHINESE_SURNAMES.has(near.folded) && isPinyin(name.folded);
    return chinese && !OPENERS.has(near.folded);
  }
}

/** Finds a street that is named with everyday words, written small: `on station road`. */
function smallStreet({ tokens }: Reading, i: number): Run | null {
  for (const length of [1, 2]) {
    const end = tokens[i + 1 + length];
    if (!end || !STREET.has(end.folded)) continue;
    const name = tokens.slice(i + 1, i + 1 + length);
    const plain = [...name, end].every(({ gap, opens }) => gap === ' ' && !opens);
    const others = name.some(({ folded }) => NO_STREET_NAME.has(folded) || OPENERS.has(folded));
    if (plain && !others && !(length === 2 && name.some(({ folded }) => isKind(folded)))) {
      return { first: i + 1, last: i + 1 + length };
    }
  }
  return null;
}
