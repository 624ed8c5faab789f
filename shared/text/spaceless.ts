/** Letters and wide signs of the scripts in use that put no spaces between words. */
const SPACELESS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}\p{scx=Tai_Viet}\p{scx=Tibetan}\p{scx=Yi}\p{scx=Javanese}\p{scx=Balinese}\u3000-\u303f\uff00-\uff65]/u;
const DECIDES = /[\p{L}\u3000-\u303f\uff00-\uff65]/gu;

/** Whether a text begins (`at` 0) or ends (`at` -1) in a script without spaces; null where it has no letters. */
export function isSpaceless(text: string, at: 0 | -1): boolean | null {
  const letter = text.match(DECIDES)?.at(at);
  return letter === undefined ? null : SPACELESS.test(letter);
}
