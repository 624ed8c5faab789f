import { foldPhrase } from '../../text/matching';

/** Least letters of an acronym that tells something; `MG` may be anything. */
const SHORTEST_ACRONYM_LETTERS = 3;
const SMALL = new Set(
  'of for the and in on at to by a an и в на по для за при из от о во der die das des de la le du'.split(' '),
);

/** Most small words of a name that may each have a letter or not. */
const MOST_SMALL_WORDS = 4;
/** Matches `FM` and `ТВ`: an acronym may stay whole in another. */
const IS_ACRONYM = /^[^aeiouyаеиоуыэюя\d]{2,3}$/u;

/**
 * Returns the first letters of a name of several words, with any of its small words and without: `umg`, `moi` of
 * Ministry of the Interior, `rsfm` of Radio Steppe FM.
 */
export function acronymsOf(name: string): string[] {
  const words = foldPhrase(name);
  const isLong = words.filter((word) => SMALL.has(word)).length > MOST_SMALL_WORDS;
  let rows = [''];
  for (const word of words) {
    const longer = rows.map((row) => row + word.slice(0, 1));
    if (SMALL.has(word) && !isLong) rows = [...rows, ...longer];
    else rows = IS_ACRONYM.test(word) ? [...longer, ...rows.map((row) => row + word)] : longer;
  }
  return [...new Set(rows)].filter(
    (letters) => letters.length >= SHORTEST_ACRONYM_LETTERS && letters.length <= 8,
  );
}

/** Matches capitals, with stops or without, and what may be hung on them: `UMG`, `U.M.G.`, `MoI`, `UMG’s`, `УМГ-да`. */
const ACRONYM =
  /^[^\p{L}\p{N}]*((?:\p{Lu}\.?){3,8}|\p{Lu}(?:\p{Ll}?\p{Lu}){1,3})(?:['’‑-]\p{Ll}+|s)?[^\p{L}\p{N}]*$/u;

/** Returns the letters of a word that is written as an acronym; null for any other word. */
export const lettersOfAcronym = (text: string): string | null =>
  /^.{3,}$/u.exec(ACRONYM.exec(text)?.[1]?.replaceAll('.', '').toLowerCase() ?? '')?.[0] ?? null;
