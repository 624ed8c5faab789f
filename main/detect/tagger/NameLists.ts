import { fold } from '../../../shared/text/romanKey';
import type { HashTable } from '../lexicon/HashTable';
import { kazakhStem, russianStem } from './stems';

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
} as const;

const NAMED =
  LISTED.given |
  LISTED.surname |
  LISTED.patronymic |
  LISTED.place |
  LISTED.englishGiven |
  LISTED.englishSurname;
const CYRILLIC = /\p{Script=Cyrillic}/u;

export const populationFlags = (population: number): number =>
  (population >= 1e6 ? 3 : population >= 1e5 ? 2 : population >= 1000 ? 1 : 0) * LISTED.population;

/** Returns a word as it stands in the lists: without `ё`, which many texts write as `е`. */
export const listedForm = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** Looks up what lists of names and words know of a word, and of what it may be a form of. */
export class NameLists {
  constructor(
    private readonly table: HashTable,
    /** Returns how many people live in the largest place of a folded name, in whatever script; 0 for none. */
    private readonly populationOf: (folded: string) => number,
  ) {}

  /** @param small a word in small letters. */
  flagsOf(small: string): number {
    if (small.length < 2 || !/\p{L}/u.test(small)) return 0;
    const word = listedForm(small);
    const exactly = (form: string) => this.table.get(form) ?? 0;
    let flags = exactly(word);
    if (!CYRILLIC.test(word)) return flags;
    flags |= populationFlags(this.populationOf(fold(word)));
    if (flags & NAMED) return flags;
    const kazakh = kazakhStem(word);
    if (kazakh !== word) flags |= exactly(kazakh) & NAMED;
    const russian = russianStem(word);
    if (!(flags & NAMED) && russian !== word) flags |= (exactly(russian) | exactly(`${russian}а`)) & NAMED;
    return flags;
  }
}
