import { EXTRA_PLACES } from './data/extraPlaces';
import { englishEntry, knownRegions } from './englishLexicon';
import { fold, romanKey } from './fold';
import { lazy } from './lazy';
import { readPlaces } from './readPlaces';

/** The population of countries and regions, which matter here only as being well known. */
const WELL_KNOWN_POPULATION = 1_000_000;

/** Below this a place's name says next to nothing: a hundred thousand hamlets are called like something else. */
const SMALLEST_POPULATION = 1000;

/** Smaller places are known by one spelling only; their romanised keys would meet too many other words. */
const ROMANISED_FROM_POPULATION = 15_000;

/** Populations by folded name; names in other scripts and spellings are looked up by their romanisation. */
const places = lazy(() => {
  const byName = new Map<string, number>();
  const put = (name: string, population: number) => {
    const keys = population >= ROMANISED_FROM_POPULATION ? [fold(name), romanKey(name)] : [fold(name)];
    for (const key of keys) byName.set(key, Math.max(byName.get(key) ?? 0, population));
  };
  for (const { name, population } of readPlaces()) {
    if (population >= SMALLEST_POPULATION) put(name, population);
  }
  for (const name of EXTRA_PLACES) put(name, WELL_KNOWN_POPULATION);
  for (const name of knownRegions()) put(name, WELL_KNOWN_POPULATION);
  return byName;
});

const CYRILLIC = /^[\p{Script=Cyrillic} -]+$/u;

const KAZAKH_CASE = /(?:[дт][ае]н?|[нтд][ыі]ң|[қғ]а|[кг]е|[дтн][ыі])$/u;

/** What a Russian or Kazakh case form may come from: `караганде` → `караганда`, `алматыда` → `алматы`. */
function nominatives(form: string): string[] {
  const russian = /[аеиоуыюя]$/u.test(form) ? [form.slice(0, -1), `${form.slice(0, -1)}а`] : [];
  return [form, form.replace(KAZAKH_CASE, ''), ...russian];
}

/** How many people live in the largest place of that folded name; 0 for none or unknown. */
export function placePopulation(folded: string): number {
  const { tags } = englishEntry(folded);
  if (tags.includes('Country') || tags.includes('Region') || tags.includes('City'))
    return WELL_KNOWN_POPULATION;
  const byName = places();
  if (CYRILLIC.test(folded))
    return Math.max(...nominatives(folded).map((form) => byName.get(romanKey(form)) ?? 0));
  // Short keys of different words fall together too easily.
  const key = folded.length > 4 ? romanKey(folded) : folded;
  return Math.max(byName.get(folded) ?? 0, byName.get(key) ?? 0);
}

/** Places of several words that are large enough to be meant, by the first of the words. */
const phrasesByFirst = lazy(() => {
  const byFirst = new Map<string, string[][]>();
  for (const [name, population] of places()) {
    const parts = name.split(/[ -]/u);
    const [first = ''] = parts;
    if (parts.length > 1 && population >= 300_000) byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  return byFirst;
});

/** How many of the folded words, from the first on, are a well-known place of several words: `new zealand …` → 2. */
export function placePhrase(folded: readonly string[]): number {
  const [first = ''] = folded;
  const lengths = (phrasesByFirst().get(first) ?? [])
    .filter((parts) => parts.every((part, i) => part === folded[i]))
    .map((parts) => parts.length);
  return Math.max(0, ...lengths);
}
