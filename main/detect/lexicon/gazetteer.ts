import { ENGLISH, englishEntry } from './englishLexicon';
import { romanKey } from '../../../shared/text/romanKey';
import { HashTable } from './HashTable';
import { lazy } from './lazy';
import { nameData } from './nameData';
import { remembered } from './remembered';

/** The population that countries and regions count with, since they matter here only as being well known. */
const WELL_KNOWN_POPULATION = 1_000_000;

/** Populations by folded name. Names in other scripts and spellings are looked up by their romanisation. */
const places = lazy(() => HashTable.fromBytes(nameData('places.bin')));

const CYRILLIC = /^[\p{Script=Cyrillic} -]+$/u;

const KAZAKH_CASE = /(?:[дт][ае]н?|[нтд][ыі]ң|[қғ]а|[кг]е|[дтн][ыі])$/u;

/** Lists what a Russian or Kazakh case form may come from: `караганде` → `караганда`, `алматыда` → `алматы`. */
function nominatives(form: string): string[] {
  const russian = /[аеиоуыюя]$/u.test(form) ? [form.slice(0, -1), `${form.slice(0, -1)}а`] : [];
  return [form, form.replace(KAZAKH_CASE, ''), ...russian];
}

/** Returns how many people live in the largest place of that folded name; 0 for none or unknown. */
export const placePopulation = remembered((folded: string): number => {
  if (englishEntry(folded).flags & ENGLISH.place) return WELL_KNOWN_POPULATION;
  const byName = places();
  if (CYRILLIC.test(folded))
    return Math.max(...nominatives(folded).map((form) => byName.get(romanKey(form)) ?? 0));
  // The keys of different short words are too easily the same.
  const key = folded.length > 4 ? romanKey(folded) : folded;
  return Math.max(byName.get(folded) ?? 0, byName.get(key) ?? 0);
});

/** Well-known places of several words, by the first of the words. */
const phrasesByFirst = lazy(() => {
  const byFirst = new Map<string, string[][]>();
  for (const name of JSON.parse(nameData('phrases.json').toString()) as string[]) {
    const parts = name.split(/[ -]/u);
    const [first = ''] = parts;
    byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  return byFirst;
});

/** True for a folded word with which a well-known place of several words begins. */
export const beginsPlacePhrase = (folded: string): boolean => phrasesByFirst().has(folded);

/** Counts the folded words, from the first on, that are a well-known place of several words: `new zealand …` → 2. */
export function placePhrase(folded: readonly string[]): number {
  const [first = ''] = folded;
  const lengths = (phrasesByFirst().get(first) ?? [])
    .filter((parts) => parts.every((part, i) => part === folded[i]))
    .map((parts) => parts.length);
  return Math.max(0, ...lengths);
}
