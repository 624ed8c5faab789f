import { foldPhrase } from '../../text/matching';

/** Letters from which on an acronym is telling; `MG` may be anything. */
const SHORTEST_ACRONYM_LETTERS = 3;
const SMALL = new Set(
  'of for the and in on at to by a an и в на по для за при из от о во der die das des de la le du'.split(' '),
);

/** The first letters of a name of several words, with its small words and without: `umg`. */
export function acronymsOf(name: string): string[] {
  const words = foldPhrase(name);
  const big = words.filter((word) => !SMALL.has(word));
  return [...new Set([words, big].map((some) => some.map((word) => word.slice(0, 1)).join('')))].filter(
    (letters) => letters.length >= SHORTEST_ACRONYM_LETTERS && letters.length <= 8,
  );
}

/** Capitals, with stops or without, and what may be hung on them: `UMG`, `U.M.G.`, `UMG’s`, `УМГ-да`. */
const ACRONYM = /^[^\p{L}\p{N}]*((?:\p{Lu}\.?){3,8})(?:['’‑-]\p{Ll}+|s)?[^\p{L}\p{N}]*$/u;

/** The letters of a word that is written as an acronym; null for any other word. */
export const lettersOfAcronym = (text: string): string | null =>
  ACRONYM.exec(text)?.[1]?.replaceAll('.', '').toLowerCase() ?? null;
