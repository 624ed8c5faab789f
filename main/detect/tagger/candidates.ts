import type { Suggestion } from '../../../shared/model/suggestion';
import { TITLES } from '../lexicon/cueWords';
import { ENGLISH, englishEntry } from '../lexicon/englishLexicon';
import { fold } from '../../../shared/text/romanKey';
import { isCapitalisedWord, isCommonWord } from '../lexicon/isCommonWord';
import { remembered } from '../lexicon/remembered';
import { isWord, nameOf, readNames, type ReadName } from './readNames';
import type { ModelName, TaggedPiece } from './NameTagger';
import { overlapping } from './overlapping';
import { withInitials } from './withInitials';
import { withKind } from './withKind';

/** A part of a text that may be a name, by the rules, by the model, or by both; offsets are UTF-16 code units. */
export interface Candidate {
  type: Suggestion['type'];
  start: number;
  end: number;
  model: ModelName;
  /** Probabilities by the model that a name is here; 0 to 1. */
  read: Support;
  /** The suggestion by the rules, where they make one. */
  rule: Suggestion | null;
  elsewhere: boolean;
  /** True if every word of it is everyday language. */
  ordinary: boolean;
}

/** Probabilities over the words of a name that they are of a person or place, and that they are of any name. */
export interface Support {
  mean: number;
  most: number;
  anyMean: number;
}

/** Least probability at which the model alone makes a candidate of words; below it so many more would be wrong. */
const LEAST_PROBABILITY = 0.03;
const LEAST_ORGANISATION_PROBABILITY = 0.3;

/**
 * Returns everything that the rules or the model take for a name; where the two overlap it is one.
 * @param rules in the order of the text, none overlapping.
 */
export function candidatesOf(
  rules: readonly Suggestion[],
  read: readonly (readonly TaggedPiece[])[],
): Candidate[] {
  const pieces = read.flat();
  const used = new Set<Suggestion>();
  const joined: Candidate[] = [];
  const names = namesOf(rules, read, pieces);
  for (const [i, name] of names.entries()) {
    const reached = joined.at(-1)?.end ?? 0;
    if (name.start < reached) continue;
    const over = overlapping(rules, name.start, name.end);
    // Rules are made for Latin letters, and join too much in others: there the model says how far a name goes.
    const free = name.latin ? over.filter((rule) => !used.has(rule)) : [];
    for (const rule of over) used.add(rule);
    const [rule = null] = over.toSorted((a, b) => b.score - a.score);
    const start = Math.max(reached, Math.min(name.start, ...free.map((one) => one.start)));
    const end = Math.max(name.end, ...free.map((one) => one.end));
    const words = [...name.words];
    // A rule may join a name with the next one, which is read on its own and may be far surer.
    for (let next = i + 1; (names[next]?.start ?? Infinity) < end; next++)
      words.push(...(names[next]?.words.filter((word) => word.start >= (words.at(-1)?.end ?? 0)) ?? []));
    joined.push({
      type: typeOf(words, rule),
      start,
      end,
      ...candidateOf(words, rule),
      elsewhere: name.elsewhere,
    });
  }
  const byRules = rules
    .filter((rule) => !used.has(rule))
    .map((rule): Candidate => {
      const { type, start, end } = rule;
      return { type, start, end, ...candidateOf(wordsIn(pieces, start, end), rule), elsewhere: false };
    });
  return [...joined, ...byRules].sort((a, b) => a.start - b.start);
}

function candidateOf(words: readonly TaggedPiece[], rule: Suggestion | null) {
  const ordinary = words.every(({ text }) => kindOf(text).everyday);
  return { rule, ordinary, read: supportOf(words), model: words[0]?.model ?? ('latin' as const) };
}

/** Tells what lists know of a word as it is written: an interview says the same words over and over. */
const kindOf = remembered((text) => {
  const folded = fold(text);
  const capitalised = isCapitalisedWord(folded);
  return {
    everyday: isCommonWord(folded) || capitalised,
    capitalised,
    demonym: (englishEntry(folded).flags & ENGLISH.demonym) !== 0,
    title: TITLES.has(folded),
  };
});

/**
 * Lists what the model reads as names, in the order of the text, without what is everybody's: weekdays, peoples, state
 * bodies.
 */
function namesOf(
  rules: readonly Suggestion[],
  read: readonly (readonly TaggedPiece[])[],
  pieces: readonly TaggedPiece[],
): ReadName[] {
  const names = [
    ...readNames(read, LEAST_PROBABILITY),
    ...readNames(read, LEAST_ORGANISATION_PROBABILITY, ['organisation']),
  ];
  return names
    .flatMap((name) => apart(rules, name))
    .map((name) => withoutTitle(rules, name))
    .filter(({ type, words, probability }) => {
      const kinds = words.map(({ text }) => kindOf(text));
      if (type === 'organisation') return !kinds.every(({ everyday }) => everyday);
      if (!kinds.every(({ capitalised }) => capitalised)) return true;
      return type === 'place' && probability >= SURE_PROBABILITY && kinds.at(-1)?.demonym !== true;
    })
    .map((name) => withInitials(pieces, withKind(pieces, name)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Least probability at which the model is believed about a word that everybody writes with a capital: `the States`, not
 * `the Internet`.
 */
const SURE_PROBABILITY = 0.5;

/**
 * Probability below which an everyday word parts two names, since it is hardly read as part of one. Below
 * the other one it also parts them where the rules know one on either side of it: `Hotel Zhuldyz on Gagarin Avenue`, not
 * `Santiago de Compostela`.
 */
const HARDLY_PROBABLE = 0.2;
const BETWEEN_PROBABILITY = 0.35;

function apart(rules: readonly Suggestion[], name: ReadName): ReadName[] {
  const { words } = name;
  const parts: ReadName[] = [];
  let first = 0;
  for (const [i, word] of words.entries()) {
    if (i <= first || i >= words.length - 1 || isLetter(word) || !kindOf(word.text).everyday) continue;
    const named = word.person + word.place + word.organisation;
    const between =
      named < BETWEEN_PROBABILITY &&
      overlapping(rules, name.start, word.start).length > 0 &&
      overlapping(rules, word.start, word.end).length === 0 &&
      overlapping(rules, word.end, name.end).length > 0;
    const parting = between || named < HARDLY_PROBABLE;
    if (!parting) continue;
    parts.push(nameOf(words.slice(first, i)));
    first = i + 1;
  }
  return parts.length === 0 ? [name] : [...parts, nameOf(words.slice(first))];
}

/** True for a letter alone, which between two parts of a name is an initial: `m. t.` in small letters. */
const isLetter = ({ text }: TaggedPiece) => text.length === 1;

/** Returns a name without an article, and without the title before it where the rules know that it begins behind. */
function withoutTitle(rules: readonly Suggestion[], name: ReadName): ReadName {
  const { words } = name;
  const own = words.findIndex((word) => !kindOf(word.text).title && !isArticle(word));
  const { start } = words[own] ?? name;
  if (own <= 0 || overlapping(rules, name.start, start).length > 0) return name;
  const known = overlapping(rules, start, name.end).length > 0 || words.slice(0, own).every(isArticle);
  return known ? { ...name, start, words: words.slice(own) } : name;
}

/** True for an article beside a name. `The Hague` has one of its own, which the model reads as part of it. */
const isArticle = ({ text, person, place, organisation }: TaggedPiece) =>
  /^(?:an?|the)$/iu.test(text) && person + place + organisation < SURE_PROBABILITY;

/** Returns how sure the model is of the words in a part of a text. */
export const supportIn = (pieces: readonly TaggedPiece[], start: number, end: number): Support =>
  supportOf(wordsIn(pieces, start, end));

const wordsIn = (pieces: readonly TaggedPiece[], start: number, end: number) =>
  overlapping(pieces, start, end).filter(isWord);

function supportOf(words: readonly TaggedPiece[]): Support {
  const named = words.map(({ person, place }) => person + place);
  const any = words.map(({ person, place, organisation }) => person + place + organisation);
  return { mean: meanOf(named), most: Math.max(0, ...named), anyMean: meanOf(any) };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Returns the type by the model, or by a rule that knows it where the model is of two minds. */
function typeOf(words: readonly TaggedPiece[], rule: Suggestion | null): Suggestion['type'] {
  const { type, probability } = nameOf(words);
  if (!rule || rule.type === 'other' || probability >= SURE_KIND_PROBABILITY) return type;
  return rule.type;
}
const SURE_KIND_PROBABILITY = 0.8;
