/*
 * Facts about scripts that put no spaces between words. The lists differ by their purpose. Lines are joined by the list
 * of all such scripts. Words are cut in the scripts that have a dictionary, and in Tibetan, which has none. Names are
 * looked for within a row of the scripts in which a name may stand anywhere.
 */

/** Letters and wide signs of the scripts in use that put no spaces between words. */
const SPACELESS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}\p{scx=Tai_Viet}\p{scx=Tibetan}\p{scx=Yi}\p{scx=Javanese}\p{scx=Balinese}\u3000-\u303f\uff00-\uff65]/u;
const DECIDES = /[\p{L}\u3000-\u303f\uff00-\uff65]/gu;

/** Tells whether a text begins (`at` 0) or ends (`at` -1) in a script without spaces; null when it has no letters. */
export function isSpaceless(text: string, at: 0 | -1): boolean | null {
  const letter = text.match(DECIDES)?.at(at);
  return letter === undefined ? null : SPACELESS.test(letter);
}

/** Letters of the scripts that are cut into words by a dictionary. */
export const CUT_BY_DICTIONARY =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Languages that a recogniser writes without spaces, by its codes. */
export const SPACELESS_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'my', 'km']);

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+$/u;

/**
 * Tells whether a folded word is of a script in which a name may begin and end within what is written without a space.
 */
export const isUnspaced = (folded: string): boolean => UNSPACED.test(folded);
