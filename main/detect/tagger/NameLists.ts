import { fold } from '../../../shared/text/romanKey';
import type { HashTable } from '../lexicon/HashTable';
import { kazakhStem, kazakhStems, russianStem } from './stems';

/** Bits for what lists know of a word. */
export const LISTED = {
  given: 1,
  surname: 2,
  patronymic: 4,
  place: 8,
  /** It is a form of a name and of another word. */
  alsoWord: 16,
  /** Two bits: a place of a thousand, of a hundred thousand, of a million people. */
  population: 32,
  englishGiven: 128,
  englishSurname: 256,
  englishWord: 512,
  englishCapital: 1024,
  /** A town of which the list has the name in Russian or Kazakh. */
  town: 2048,
  /** A state or a part of one, a part of the world, water or land, with its name in Russian or Kazakh. */
  region: 4096,
} as const;

const NAMED =
  LISTED.given |
  LISTED.surname |
  LISTED.patronymic |
  LISTED.place |
  LISTED.town |
  LISTED.region |
  LISTED.englishGiven |
  LISTED.englishSurname;
/** Places that have keys of their own for their forms, and what other lists know. */
const LISTED_IN_CYRILLIC = LISTED.town | LISTED.region;
const NAMED_ELSEWHERE = NAMED & ~LISTED_IN_CYRILLIC;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** The end of a Russian adjective made of a place, which is no form of its name. */
const ADJECTIVE = /ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$/u;

export const populationFlags = (population: number): number =>
  (population >= 1e6 ? 3 : population >= 1e5 ? 2 : population >= 1000 ? 1 : 0) * LISTED.population;

/** Returns a word as it stands in the lists: without `ё`, which many texts write as `е`. */
export const listedForm = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** Marks keys of the table that are no words: stems, the first words of places of several, and those places. */
const KEY = { stem: '~', opens: '^', phrase: '=' } as const;
/** Most words of a place that is known as a whole. */
export const LONGEST_PLACE_WORDS = 4;
/** Fewest letters of a stem by which forms of a place are known. */
const SHORTEST_STEM_LETTERS = 5;

/** Returns the words of a name in small letters; a hyphen parts two, as it does for the models. */
const wordsOf = (name: string): string[] => listedForm(name).split(/[\s’'-]+/u);

/**
 * Returns the keys and flags under which a place is listed, so that it is known in any case form. Words before the last
 * decline in Russian and stay in Kazakh.
 * @param flag what kind of place it is, of `LISTED`.
 */
export function placeKeys(name: string, flag: number): [key: string, flags: number][] {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const stems = [...new Set([last, russianStem(last)])];
  if (words.length === 1)
    return [
      [last, flag],
      ...stems
        .filter((stem) => stem.length >= SHORTEST_STEM_LETTERS)
        .map((stem): [string, number] => [`${KEY.stem}${stem}`, flag]),
    ];
  if (words.length > LONGEST_PLACE_WORDS) return [];
  const first = words.slice(0, -1).map(russianStem);
  return [
    [`${KEY.opens}${first[0] ?? ''}`, flag],
    ...stems.map((stem): [string, number] => [`${KEY.phrase}${[...first, stem].join(' ')}`, flag]),
  ];
}

/** Looks up what lists of names and words know of a word, and of what it may be a form of. */
export class NameLists {
  constructor(
    private readonly table: HashTable,
    /** Returns how many people live in the largest place of a folded name, in whatever script; 0 for none. */
    private readonly populationOf: (folded: string) => number,
    /** Tells whether a folded word is a given name, in whatever script. */
    private readonly isGivenName: (folded: string) => boolean,
  ) {}

  /** @param small a word in small letters. */
  flagsOf(small: string): number {
    if (small.length < 2 || !/\p{L}/u.test(small)) return 0;
    const word = listedForm(small);
    const exactly = (form: string) => this.table.get(form) ?? 0;
    let flags = exactly(word);
    if (!CYRILLIC.test(word)) return flags;
    flags |= populationFlags(this.populationOf(fold(word)));
    const russian = russianStem(word);
    if (!ADJECTIVE.test(word)) flags |= exactly(`${KEY.stem}${russian}`);
    const kazakhForms = kazakhStems(word);
    for (const stem of kazakhForms) flags |= exactly(stem) & LISTED_IN_CYRILLIC;
    if ([word, ...kazakhForms].some((form) => this.isGivenName(fold(form)))) flags |= LISTED.given;
    if (flags & NAMED) return flags;
    const kazakh = kazakhStem(word);
    if (kazakh !== word) flags |= exactly(kazakh) & NAMED_ELSEWHERE;
    if (!(flags & NAMED) && russian !== word)
      flags |= (exactly(russian) | exactly(`${russian}а`)) & NAMED_ELSEWHERE;
    return flags;
  }

  /** Tells whether a Cyrillic word in small letters opens a place of several words. */
  opensPlace(small: string): boolean {
    return this.table.get(`${KEY.opens}${russianStem(listedForm(small))}`) !== undefined;
  }

  /**
   * Counts the words, from the first on, that are a place of several words in any case form.
   * @param words in small letters, Cyrillic.
   */
  placeWords(words: readonly string[]): number {
    let key: string = KEY.phrase;
    let count = 0;
    for (let i = 0; i + 1 < words.length && i + 1 < LONGEST_PLACE_WORDS; i++) {
      key += `${russianStem(listedForm(words[i] ?? ''))} `;
      const last = listedForm(words[i + 1] ?? '');
      const isPlace = [last, russianStem(last), ...kazakhStems(last)].some(
        (stem) => this.table.get(`${key}${stem}`) !== undefined,
      );
      if (isPlace) count = i + 2;
    }
    return count;
  }
}
