import { isCyrillic, isLatin } from '../../text/writing';

/** Letters of a roman key, longer ones first, and how Russian would write them. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'щ'],
  [/sh/g, 'ш'],
  [/ch/g, 'ч'],
  [/iai|iia/g, 'ия'],
  [/ia/g, 'я'],
  ...Array.from('abvgdejziklmnoprstufhcx', (letter, k): [RegExp, string] => [
    new RegExp(letter, 'g'),
    Array.from('абвгдежзиклмнопрстуфхцх')[k] ?? '',
  ]),
];

/**
 * Writes a roman key in Cyrillic letters, roughly: `erlan` → `ерлан`. Names withheld in Latin letters are thus known by
 * their Russian and Kazakh case forms too.
 */
export const toCyrillic = (key: string): string =>
  LETTERS.reduce((text, [letter, cyrillic]) => text.replace(letter, cyrillic), key).replace(
    /[^\p{Script=Cyrillic}]/gu,
    '',
  );

/** Returns a folded name in Cyrillic letters: as it is, or a Latin one as Russian writes it; empty in other scripts. */
export const writtenInCyrillic = (name: string, romanKey: (text: string) => string): string =>
  isCyrillic(name) ? name : isLatin(name) ? toCyrillic(romanKey(name)) : '';
