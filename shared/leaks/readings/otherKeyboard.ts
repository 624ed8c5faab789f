/** Keys of the two keyboards that people in Russia and Kazakhstan change between, row by row. */
const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
/** Kazakh letters on the row of digits, without and with shift. */
const KAZAKH_KEYS: Readonly<Record<string, string>> = {
  ...{ ә: '2', і: '3', ң: '4', ғ: '5', ү: '8', ұ: '9', қ: '0', ө: '-', һ: '=' },
};
const keys = new Map([
  ...Array.from(CYRILLIC_KEYS, (letter, i): [string, string] => [letter, LATIN_KEYS[i] ?? '']),
  ...Array.from(LATIN_KEYS, (letter, i): [string, string] => [letter, CYRILLIC_KEYS[i] ?? '']),
  ...Object.entries(KAZAKH_KEYS),
]);

/**
 * Returns what stands there when a word is typed on the other keyboard by mistake: `тимур` → `nbveh`; null for a word
 * with letters that neither keyboard has.
 * @param folded a folded word.
 */
export function otherKeyboard(folded: string): string | null {
  const typed = Array.from(folded, (letter) => keys.get(letter));
  return typed.includes(undefined) ? null : typed.join('');
}
