export type Direction = 'ltr' | 'rtl';

/** The scripts in use that are written from right to left, by their Unicode names. */
const RIGHT_TO_LEFT =
  /[\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Samaritan}\p{scx=Mandaic}\p{scx=Adlam}\p{scx=Hanifi_Rohingya}\p{scx=Yezidi}\p{scx=Mende_Kikakui}]/u;

/**
 * Returns the direction a text is written in: that of its first letter, as the Unicode Bidirectional Algorithm has it
 * (UAX #9, rules P2 and P3). Null for a text without letters.
 */
export function directionOf(text: string): Direction | null {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
