import { stemOf } from '../../text/matching';
import { cyrillicKey, isCyrillic, isLatin } from '../../text/writing';
import { declinedStems } from '../shapes/declensions';
import { russianCases, type Reading } from './russianCases';
import { turkicCases } from './turkicCases';

/** Reads names as case forms, knowing which names stand in the text. */
export interface Lemmas {
  /** Returns what a name of several words may be a case form of, itself included; words are joined by spaces. */
  of: (words: readonly string[]) => string[];
  /** Tells whether all words of a Russian name may be in the nominative, by their endings. */
  mayBeNominative: (words: readonly string[]) => boolean;
}

/** Languages that put endings behind Latin letters; in others `Lena` and `Lenada` are two names. */
const TURKIC = /^(?:kk|ky|uz|tr|az|tk|tt|ug|ba)\b/u;
const MOST_WORDS = 4;
const CASES = 'ngdaip';

/**
 * Prepares the reading of names in one text.
 * @param names all that are said, each as folded words in `compared` form.
 */
export function lemmasAmong(names: Iterable<readonly string[]>, language: string): Lemmas {
  const said = new Set<string>();
  for (const name of names) for (const word of name) said.add(word);
  const declined = new Map<string, string[]>();
  const readings = new Map<string, Reading[]>();
  // In declined languages with tables of stems, only a name that is said without an ending is found from its forms.
  const stems = new Map<string, { rest: RegExp; lemma: string }[]>();
  for (const lemma of said) {
    for (const { stem, rest } of declinedStems(lemma, language, false)) {
      const there = stems.get(stem);
      if (there) there.push({ rest, lemma });
      else stems.set(stem, [{ rest, lemma }]);
    }
  }

  /** Returns what a word may be a form of, by the tables of its language. */
  const declinedFrom = (word: string): string[] => {
    const known = declined.get(word);
    if (known) return known;
    const found = new Set<string>();
    // `Ankara'da` is a form of `Ankara`, but `Ya'qub` is a form of a name only if that name is said too.
    if (stemOf(word) !== word && said.has(stemOf(word))) found.add(stemOf(word));
    for (let length = word.length; length >= 2; length--) {
      const rest = word.slice(length);
      for (const one of stems.get(word.slice(0, length)) ?? [])
        if (one.lemma !== word && one.rest.test(rest)) found.add(one.lemma);
    }
    const all = [...found];
    declined.set(word, all);
    return all;
  };
  /** Returns the last word of a name without endings that stand behind the last word alone. */
  const turkicFrom = (word: string): string[] => {
    if (isCyrillic(word)) return turkicCases(word, 'cyrillic');
    return isLatin(word) && TURKIC.test(language) ? turkicCases(word, 'latin') : [];
  };
  const readingsOf = (word: string): Reading[] => {
    const known = readings.get(word) ?? russianCases(word, (name) => said.has(name));
    readings.set(word, known);
    return known;
  };

  return {
    of: (words) => {
      const found = new Set([words.join(' ')]);
      if (words.length > MOST_WORDS) return [...found];
      const front = words.slice(0, -1);
      for (const last of turkicFrom(words.at(-1) ?? '')) found.add([...front, last].join(' '));
      for (const lemma of combined(words.map((word) => [word, ...declinedFrom(word)]))) found.add(lemma);
      if (words.every(isCyrillic)) for (const lemma of agreeing(words.map(readingsOf))) found.add(lemma);
      return [...found];
    },
    mayBeNominative: (words) =>
      words.every(isCyrillic) &&
      ['m', 'f'].some((gender) =>
        words.every((word) =>
          readingsOf(word).some(
            (one) =>
              one.lemma === word && one.cases.includes('n') && (one.gender === gender || one.gender === 'x'),
          ),
        ),
      ),
  };
}

/** Returns a folded word as it is compared. */
export const compared = (folded: string): string =>
  isCyrillic(folded)
    ? cyrillicKey(folded)
    : folded
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/gu, '')
        .replace(/ı/gu, 'i');

/**
 * Returns the lemmas in which all words stand in one case and one gender: `Анна Иванова` is nobody's genitive, but
 * `Ивана Иванова` is.
 */
function agreeing(words: readonly Reading[][]): Set<string> {
  const found = new Set<string>();
  for (const name of CASES) {
    for (const gender of ['m', 'f']) {
      const fitting = words.map((readings) =>
        readings
          .filter((one) => one.gender === gender || one.gender === 'x')
          .filter(({ cases }) => cases === '*' || cases.includes(name))
          .map(({ lemma }) => lemma),
      );
      for (const lemma of combined(fitting)) found.add(lemma);
    }
  }
  return found;
}

/** Joins one of each by spaces, in all ways. */
const combined = (words: readonly (readonly string[])[]): string[] =>
  words
    .map((options) => [...new Set(options)])
    .reduce<string[]>(
      (names, options, i) =>
        i === 0 ? options : names.flatMap((name) => options.map((word) => `${name} ${word}`)),
      [],
    );
