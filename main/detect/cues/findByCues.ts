import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';
import { findInArabicScript } from './arabicScript';
import { findInBurmese } from './burmese';
import { findInChinese } from './chinese';
import { overlapping } from '../tagger/overlapping';
import { CUE_SCORES, type Found } from './Found';

const FINDERS: readonly { script: RegExp; find: (text: string) => Found[] }[] = [
  { script: /\p{Script=Arabic}/u, find: findInArabicScript },
  { script: /\p{Script=Han}/u, find: findInChinese },
  { script: /\p{Script=Myanmar}/u, find: findInBurmese },
];

/** Finds again, wherever it stands, a name that was told once. */
function again(text: string, told: readonly Found[]): Found[] {
  const persons = new Map<string, Found>();
  for (const one of told) {
    const name = text.slice(one.start, one.end);
    if (one.type === 'person' && one.score >= CUE_SCORES.list && name.length >= LEAST_CHARACTERS)
      persons.set(name, one);
  }
  return Array.from(persons.keys()).flatMap((name) => {
    const places: Found[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const isWhole = !isSpaced(name) || !(isLetter(text.charAt(at - 1)) || isLetter(text.charAt(end)));
      const isNew = overlapping(told, at, end).length === 0;
      if (isWhole && isNew)
        places.push({
          type: 'person',
          start: at,
          end,
          score: CUE_SCORES.list,
          why: t('read as a name elsewhere'),
        });
    }
    return places;
  });
}

const LEAST_CHARACTERS = 2;
const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);
/** True for a script in which words stand apart. */
const isSpaced = (name: string): boolean => /\p{Script=Arabic}/u.test(name);

/**
 * Finds names in scripts for which no model was trained: those that a title, kin or a list tells. Many are not found.
 * @returns them in the order of the text, none overlapping.
 */
export const findByCues = (text: string): Suggestion[] =>
  FINDERS.filter(({ script }) => script.test(text))
    .flatMap(({ find }) => {
      const told = find(text);
      return [...told, ...again(text, told)];
    })
    .map((found) => ({ ...found, text: text.slice(found.start, found.end) }))
    .sort((a, b) => a.start - b.start);
