import { splitWord } from '../model/marker';
import type { Word } from '../model/word';
import type { Found } from '../text/findSpaceless';
import { beginsLine } from '../text/lines';
import { foldPhrase } from '../text/matching';
import { romanKey } from '../text/romanKey';
import { NameShapes } from './shapes/NameShapes';

const NO_WORD = (): boolean => false;

/**
 * Finds every place where words stand in any of their forms: declined as Russian, Kazakh and other languages do, in the
 * plural, in Latin letters or in Cyrillic. The forms are those by which what is withheld is found again, without short
 * forms of names.
 */
export function findForms(words: readonly Word[], wanted: string, language: string): Found[] {
  const sought = foldPhrase(wanted).map((word) => formsOf(word, language));
  const [first, ...rest] = sought;
  if (!first) return [];
  const texts = words.map(({ text }) => foldPhrase(text));
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const begin = words[at];
    if (!begin || !first(texts[at] ?? [])) continue;
    const last = at + rest.length;
    const goesOn = rest.every((isForm, i) => {
      const word = words[at + i + 1];
      return word !== undefined && !beginsLine(word, words[at + i]) && isForm(texts[at + i + 1] ?? []);
    });
    const end = words[last];
    if (!goesOn || !end) continue;
    const to = end.text.length - splitWord(end.text).tail.length;
    found.push({ first: at, last, from: splitWord(begin.text).lead.length, to });
    at = last;
  }
  return found;
}

/**
 * Returns a function that tells whether one of the folded parts of a written word is a form of a folded word. It
 * remembers its answers.
 */
function formsOf(wanted: string, language: string): (parts: readonly string[]) => boolean {
  const shapes = new NameShapes([{ text: wanted, entityId: wanted, type: 'place' }], {
    language,
    romanKey,
    // Everyday words are looked for as well, however they are written.
    casing: 'none',
    isWord: NO_WORD,
    isKind: NO_WORD,
    isMarker: NO_WORD,
    isKept: NO_WORD,
    otherNames: () => [],
    writtenSmall: new Set(),
  });
  const [key, singular] = [romanKey(wanted), singularOf(wanted)];
  const known = new Map<string, boolean>();
  const isForm = (folded: string): boolean =>
    folded === wanted ||
    romanKey(folded) === key ||
    singularOf(folded) === singular ||
    shapes.find([folded], [{ folded, at: 0 }]).length > 0;
  return (parts) =>
    parts.some((folded) => {
      const before = known.get(folded);
      if (before !== undefined) return before;
      const is = isForm(folded);
      known.set(folded, is);
      return is;
    });
}

/** Returns an English word without the ending of its plural; only for comparing. */
function singularOf(word: string): string {
  if (!/^[a-z']{4,}$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}
