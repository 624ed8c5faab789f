import { foldPhrase } from '../../text/matching';
import type { EntityType } from '../../model/entity';
import type { Identity } from '../../model/suggestion';
import type { NameKnowledge } from '../NameKnowledge';
import { isAddress } from '../shapes/standsAsName';
import { compared, lemmasAmong, type Lemmas } from './lemmasOf';

/** Knowledge of names that tells which are one. */
export type GroupingKnowledge = Pick<NameKnowledge, 'romanKey' | 'otherNames'>;

/** A name as it is written in a place. */
export interface SaidName {
  text: string;
  type: EntityType;
  /** Language of the line it stands in, when it is not the text's. */
  language?: string | undefined;
}

/** One name with all its places that are written the same, but for case, accents and signs. */
interface Said {
  key: string;
  type: EntityType;
  /** Languages of the lines in which it stands; undefined stands for the text's own. */
  languages: Set<string | undefined>;
  /** Folded words, as they are compared. */
  words: string[];
  /** Ways in which it is written, with how often each is. */
  texts: Map<string, number>;
  count: number;
  /** The name as it is called: its words without case endings. */
  lemma: string[];
  /** Lemmas that it may have, when nothing decides between them. */
  between: string[];
}

/** Most names that are shown as possible too; a lone given name may be of hundreds. */
const MOST_SHOWN = 5;

const isName = (type: EntityType): boolean =>
  type === 'person' || type === 'place' || type === 'organisation' || type === 'other';

/**
 * Tells which names are one identity: case forms, diminutives and possessives of one name, its spellings in other
 * scripts, and the parts of a longer name that stand alone, if only one longer name has them. If two have them, the
 * part stays apart and both are told. Names that only sound alike stay apart: people decide about an identity at once,
 * and to keep one more name by mistake costs more than one more question. Takes time in proportion to the names.
 * @returns an identity for each given name, the same object for all of one.
 */
export function groupNames(
  names: readonly SaidName[],
  knowledge: GroupingKnowledge,
  language: string,
): Identity[] {
  const { byKey, keys } = collect(names);
  const all = [...byKey.values()];
  chooseLemmas(all, knowledge, language);
  const groups = joinParts(all, knowledge);
  return keys.map((key) => groups.get(key) ?? { key, name: key, forms: [] });
}

function collect(names: readonly SaidName[]): { byKey: Map<string, Said>; keys: string[] } {
  const byKey = new Map<string, Said>();
  const types = new Map<string, Map<EntityType, number>>();
  const read = new Map<string, Pick<Said, 'key' | 'words'>>();
  const keys = names.map(({ text, type, language }) => {
    const { key, words } = read.get(text) ?? keyAndWords(text);
    read.set(text, { key, words });
    let said = byKey.get(key);
    if (!said)
      byKey.set(
        key,
        (said = {
          key,
          type,
          languages: new Set(),
          words,
          texts: new Map(),
          count: 0,
          lemma: words,
          between: [],
        }),
      );
    said.languages.add(language);
    said.texts.set(text, (said.texts.get(text) ?? 0) + 1);
    said.count++;
    const counts = types.get(key) ?? new Map<EntityType, number>();
    types.set(key, counts.set(type, (counts.get(type) ?? 0) + 1));
    return key;
  });
  // A name that is suggested as this here and as that there is compared with names of the type that it has most often.
  for (const said of byKey.values()) {
    let most = 0;
    for (const [type, count] of types.get(said.key) ?? [])
      if (count > most) [said.type, most] = [type, count];
  }
  return { byKey, keys };
}

function keyAndWords(text: string): Pick<Said, 'key' | 'words'> {
  const folded = foldPhrase(text);
  // `Mr` and `Mrs` belong to everybody.
  const named = folded.findIndex((word) => !isAddress(word));
  return { key: folded.join(' ') || text, words: folded.slice(Math.max(0, named)).map(compared) };
}

/**
 * Finds what a name may be a form of in any language in which it is said. Forms of one language thus lead to names that
 * are said in another.
 */
function lemmasOfLines(names: readonly Said[], main: string) {
  const words = names.map((said) => said.words);
  const known = new Map<string, Lemmas>();
  const of = ({ languages }: Said): Lemmas[] =>
    Array.from(languages, (language = main) => {
      const lemmas = known.get(language) ?? lemmasAmong(words, language);
      known.set(language, lemmas);
      return lemmas;
    });
  return {
    of: (said: Said) => [...new Set(of(said).flatMap((lemmas) => lemmas.of(said.words)))],
    mayBeNominative: (said: Said) => of(said).some((lemmas) => lemmas.mayBeNominative(said.words)),
  };
}

/**
 * Finds how each name is called. By rules alone nearly every form may be of several names; all forms together tell, those
 * within longer names too.
 */
function chooseLemmas(all: readonly Said[], { otherNames }: GroupingKnowledge, language: string): void {
  const names = all.filter(({ type, words }) => isName(type) && words.length > 0);
  const lemmas = lemmasOfLines(names, language);
  const readings = names.map((said) => ({
    said,
    options: lemmas.of(said).map((lemma) => lemma.split(' ')),
  }));
  const forms = new Map<string, Set<string>>();
  const keyOf = ({ type }: Said, word: string) => `${type} ${word}`;
  for (const { said, options } of readings)
    for (const lemma of options)
      for (const [i, word] of lemma.entries()) {
        const key = keyOf(said, word);
        const known = forms.get(key);
        if (known) known.add(said.words[i] ?? '');
        else forms.set(key, new Set([said.words[i] ?? '']));
      }
  const known = new Map<string, boolean>();
  /** Tells whether a word is a given name of a list. It is a name then, though nothing else is made of it here. */
  const isGiven = (said: Said, word: string) => {
    if (said.type !== 'person') return false;
    // It has to be written just so: `Анне` is `Анна` and not the English `Anne`, `Алии` is `Алия` and not `Али`.
    const is =
      known.get(word) ?? otherNames(word).some((other) => otherNames(other).map(compared).includes(word));
    known.set(word, is);
    return is;
  };
  const formsOf = (said: Said, word: string) => forms.get(keyOf(said, word))?.size ?? 0;
  // A name is certain when some form can only be of it: `Ивановой` tells of a woman, `Ивановым` of a man.
  const certain = new Set<string>();
  const isPlausible = (said: Said, word: string) =>
    formsOf(said, word) > 1 ||
    certain.has(keyOf(said, word)) ||
    (said.words.includes(word) && isGiven(said, word));
  const isBacked = (said: Said, word: string) => formsOf(said, word) > 1 || isGiven(said, word);
  const plausibleOf = ({ said, options }: { said: Said; options: string[][] }): string[][] => {
    // `Майра Зуева` is not the genitive of a person who is never mentioned, though there is a Зуев.
    const isNominative = said.words.length > 1 && lemmas.mayBeNominative(said);
    const backed = isNominative
      ? options.filter((lemma) => lemma.every((word, i) => word === said.words[i] || isBacked(said, word)))
      : options;
    // A word may still be a form of a given name when nothing else is made of it here: `Аню`.
    const isLikely = [isPlausible, isBacked];
    const fitting = said.words.reduce<string[][]>(
      (left, _, i) =>
        isLikely
          .map((is) => left.filter((lemma) => is(said, lemma[i] ?? '')))
          .find((some) => some.length > 0) ?? left,
      backed,
    );
    const isAny = fitting.some((lemma) => lemma.some((word) => isLikely.some((is) => is(said, word))));
    return isAny ? fitting : [said.words];
  };
  const learn = (said: Said, options: readonly string[][]) => {
    for (const i of said.words.keys()) {
      const [only = '', ...others] = new Set(options.map((lemma) => lemma[i] ?? ''));
      if (others.length === 0) certain.add(keyOf(said, only));
      for (const word of [only, ...others])
        if (said.words.includes(word) && isGiven(said, word)) certain.add(keyOf(said, word));
    }
  };
  // The words of longer names agree, so these names tell what is said alone.
  const plausible = [...readings]
    .sort((a, b) => b.said.words.length - a.said.words.length)
    .map((reading) => {
      const options = plausibleOf(reading);
      if (reading.said.words.length > 1) learn(reading.said, options);
      return { said: reading.said, options };
    });
  for (const { said, options } of plausible) if (said.words.length === 1) learn(said, options);
  const isSaid = new Set(names.flatMap((said) => said.words.map((word) => keyOf(said, word))));
  for (const { said, options } of plausible) {
    const sure = options.filter((lemma) => lemma.every((word) => certain.has(keyOf(said, word))));
    if (sure.length > 1) {
      // A form of both a man's name and a woman's (`Иванова`, `Александра`) stays apart when both are spoken of.
      said.between = sure.map((lemma) => lemma.join(' '));
      continue;
    }
    const rank = (lemma: readonly string[]) =>
      lemma.reduce((sum, word) => {
        const key = keyOf(said, word);
        return sum + formsOf(said, word) * 2 + (isSaid.has(key) ? 1 : 0) - word.length / 1000;
      }, 0);
    const [best] = sure.length > 0 ? sure : [...options].sort((a, b) => rank(b) - rank(a));
    said.lemma = best ?? said.words;
  }
}

/** Names with the same lemma, in all their spellings. */
interface Called {
  key: string;
  type: EntityType;
  words: string[];
  said: Said[];
  /** Keys of the names that it may belong to, when nothing decides. */
  between: Set<string>;
  /** The longer name that it is a part of. */
  whole: Called | null;
}

function joinParts(all: readonly Said[], knowledge: GroupingKnowledge): Map<string, Identity> {
  const romanKeys = new Map<string, string>();
  const roman = (word: string) => {
    const known = romanKeys.get(word) ?? (knowledge.romanKey(word) || word);
    romanKeys.set(word, known);
    return known;
  };
  const { classOf, others } = joinDiminutives(all, knowledge, roman);
  const keyOf = (type: EntityType, words: readonly string[]) => `${type} ${words.map(classOf).join(' ')}`;
  const called = new Map<string, Called>();
  for (const said of all) {
    const named = isName(said.type) && said.words.length > 0;
    // A name that may be of two stays what it is, and shares no key with either.
    const between = new Set(said.between.map((lemma) => keyOf(said.type, lemma.split(' '))));
    const [first = ''] = between.size === 1 ? between : [keyOf(said.type, said.lemma)];
    const key = named ? `${between.size > 1 ? '= ' : ''}${first}` : `${said.type} ${said.key}`;
    let one = called.get(key);
    if (!one) {
      one = {
        key,
        type: said.type,
        words: said.lemma.map(classOf),
        said: [],
        between: new Set(),
        whole: null,
      };
      called.set(key, one);
    }
    one.said.push(said);
    if (between.size > 1) for (const other of between) one.between.add(other);
  }
  for (const one of called.values())
    if (one.type === 'person' && one.words.length === 1)
      for (const other of others(one.words[0] ?? '')) one.between.add(`person ${other}`);
  attachParts([...called.values()], others);
  return identitiesOf([...called.values()], called);
}

/**
 * Joins a name with what else people are called every day: `аня` and `анна`. A short form of two names that are both
 * spoken of (`саша`) is joined to neither.
 */
function joinDiminutives(
  all: readonly Said[],
  { otherNames }: GroupingKnowledge,
  roman: (word: string) => string,
): { classOf: (word: string) => string; others: (className: string) => string[] } {
  const given = new Map<string, string>();
  for (const { type, lemma } of all)
    if (type === 'person')
      for (const word of lemma) if (!given.has(roman(word))) given.set(roman(word), word);
  const near = new Map<string, Set<string>>();
  for (const [key, word] of given) {
    const keys = otherNames(word).map(roman);
    near.set(key, new Set(keys.filter((other) => other !== key && given.has(other))));
  }
  const classes = new Map<string, string>();
  const apart = new Map<string, string[]>();
  for (const [key, others] of near) {
    const list = [...others];
    const isBetween = list.some((one) => list.some((two) => one !== two && !near.get(one)?.has(two)));
    if (isBetween) apart.set(key, list);
  }
  for (const [key, others] of near) {
    if (apart.has(key) || classes.has(key)) continue;
    classes.set(key, key);
    for (const other of others) if (!apart.has(other) && !classes.has(other)) classes.set(other, key);
  }
  const classOf = (word: string) => classes.get(roman(word)) ?? roman(word);
  return {
    classOf,
    others: (className) =>
      // Only longer names count: another short form that is itself between two names tells nothing.
      (apart.get(className) ?? []).flatMap((key) => (apart.has(key) ? [] : [classes.get(key) ?? key])),
  };
}

/**
 * Attaches names to the only longer one that has all their words. Longer names come first, so that chains end at the
 * longest.
 */
function attachParts(called: readonly Called[], others: (className: string) => string[]): void {
  const byWord = new Map<string, Called[]>();
  const longestFirst = [...called].sort((a, b) => b.words.length - a.words.length);
  for (const one of longestFirst) {
    if (one.type !== 'person' && one.type !== 'organisation') continue;
    const telling = one.words.filter((word) => word.length > 1);
    const letters = one.words.filter((word) => word.length === 1);
    const [first = '', ...rest] = telling;
    const wholes = new Set<Called>();
    const among = new Set([first]);
    if (one.words.length === 1)
      for (const other of [...others(first), ...one.between]) among.add(other.split(' ').at(-1) ?? '');
    for (const word of among) {
      for (const longer of byWord.get(`${one.type} ${word}`) ?? []) {
        if (longer.words.length <= telling.length || longer.words.length < one.words.length) continue;
        if (!rest.every((part) => longer.words.includes(part)) || !hasInitials(longer, telling, letters))
          continue;
        wholes.add(longer.whole ?? longer);
        if (wholes.size > MOST_SHOWN) break;
      }
    }
    const [whole] = wholes;
    const isClear = wholes.size === 1 && one.between.size === 0;
    if (whole && isClear) one.whole = whole;
    else for (const longer of wholes) one.between.add(longer.key);
    if (one.words.length < 2) continue;
    for (const word of new Set(telling)) {
      const there = byWord.get(`${one.type} ${word}`);
      if (there) there.push(one);
      else byWord.set(`${one.type} ${word}`, [one]);
    }
  }
}

/** Tells whether a longer name has a word for each initial, beside the words that are written out. */
function hasInitials(longer: Called, telling: readonly string[], letters: readonly string[]): boolean {
  const free = longer.words.filter((word) => !telling.includes(word));
  return letters.every((letter) => {
    const at = free.findIndex((word) => word.startsWith(letter));
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
}

function identitiesOf(called: readonly Called[], byKey: ReadonlyMap<string, Called>): Map<string, Identity> {
  const groups = new Map<Called, Said[]>();
  for (const one of called) {
    const whole = one.whole ?? one;
    const there = groups.get(whole);
    if (there) there.push(...one.said);
    else groups.set(whole, [...one.said]);
  }
  const identities = new Map<Called, Identity>();
  const bySaid = new Map<string, Identity>();
  for (const [whole, said] of groups) {
    const [fullest] = [...said].sort(
      (a, b) =>
        b.words.length - a.words.length || Number(isCalledSo(b)) - Number(isCalledSo(a)) || b.count - a.count,
    );
    const forms = said.map(writtenMost);
    const identity: Identity = { key: whole.key, name: fullest ? writtenMost(fullest) : whole.key, forms };
    identities.set(whole, identity);
    for (const { key } of said) bySaid.set(key, identity);
  }
  for (const [whole, identity] of identities) {
    const may = new Set<string>();
    for (const key of whole.between) {
      const other = byKey.get(key);
      const name = other && identities.get(other.whole ?? other)?.name;
      if (name !== undefined && name !== identity.name) may.add(name);
    }
    if (may.size > 0) identity.mayBe = [...may].slice(0, MOST_SHOWN);
  }
  return bySaid;
}

const isCalledSo = ({ words, lemma }: Said): boolean => words.join(' ') === lemma.join(' ');

const writtenMost = ({ texts, key }: Said): string => {
  let [text, most] = [key, 0];
  for (const [one, count] of texts) if (count > most) [text, most] = [one, count];
  return text;
};
