import { confusableKey } from '../../text/confusables';

/** Matches a word with signs in the place of some letters, one for each. */
const MASKED = /[\p{L}\p{M}*•●∗＊■█▪?]*\p{L}[*•●∗＊■█▪?]+[\p{L}\p{M}*•●∗＊■█▪]*\p{L}[\p{L}\p{M}]*/gu;
const SIGN = /[*•●∗＊■█▪?]/gu;
/** Least letters that are left of a name that is told by them. */
const FEWEST_LEFT_LETTERS = 3;

/**
 * Returns the words of a text in which signs stand in the place of some letters, as `confusableKey` gives them, each
 * sign as `*`: `H•lloway` → `h*iioway`. At least half of the letters have to be left.
 */
export const maskedLetters = (text: string): string[] =>
  (text.normalize('NFKC').match(MASKED) ?? []).flatMap((word) => {
    const plain = word
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/gu, '')
      .toLowerCase();
    const looks = confusableKey(plain.replace(SIGN, '*'));
    const masked = looks.match(/\*/gu)?.length ?? 0;
    const left = looks.length - masked;
    return left >= FEWEST_LEFT_LETTERS && left >= masked ? [looks] : [];
  });

/** Tells whether a word whose masked letters are `*` may be a name, both as `confusableKey` gives them. */
export const mayBe = (masked: string, name: string): boolean =>
  masked.length === name.length &&
  Array.from(masked).every((letter, i) => letter === '*' || letter === name[i]);
