import { fold, romanKey } from '../../../shared/text/romanKey';
import { HashTable } from '../../../main/detect/lexicon/HashTable';
import { EXTRA_PLACES } from './extraPlaces';
import { knownRegions } from './makeEnglish';
import { readPlaces } from './readPlaces';

/** Population that countries and regions are given, since it matters only that they are well known. */
const WELL_KNOWN_POPULATION = 1_000_000;
/**
 * Least population of a place. The name of a smaller one says next to nothing: a hundred thousand hamlets are called
 * like something else.
 */
const SMALLEST_POPULATION = 1000;
/**
 * Least population of a place that its romanised key tells too. Smaller places are known by one spelling only, because
 * their keys would meet too many other words.
 */
const ROMANISED_FROM_POPULATION = 15_000;
/** Least population of a place of several words that is large enough to be meant. */
const PHRASE_FROM_POPULATION = 300_000;

/**
 * Returns populations by folded name, and by its romanisation for names in other scripts and spellings; and names of
 * several words.
 */
export function makePlaces(): { places: HashTable; phrases: string[] } {
  const byName = new Map<string, number>();
  const put = (name: string, population: number) => {
    const keys = population >= ROMANISED_FROM_POPULATION ? [fold(name), romanKey(name)] : [fold(name)];
    for (const key of keys) byName.set(key, Math.max(byName.get(key) ?? 0, population));
  };
  for (const { name, population } of readPlaces()) {
    if (population >= SMALLEST_POPULATION) put(name, population);
  }
  for (const name of [...EXTRA_PLACES, ...knownRegions()]) put(name, WELL_KNOWN_POPULATION);
  const phrases = [...byName].filter(
    ([name, population]) => population >= PHRASE_FROM_POPULATION && /[ -]/u.test(name),
  );
  return { places: HashTable.of(byName, Math.max), phrases: phrases.map(([name]) => name).sort() };
}
